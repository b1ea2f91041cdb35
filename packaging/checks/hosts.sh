#!/bin/bash
# Publishes to real servers of this computer: OpenSSH (SFTP in place and by a link, Git over SSH),
# vsftpd, nginx with WebDAV, S3Proxy, and bare Git in a folder.
#
#   packaging/checks/hosts.sh [sftp|link|ftps|webdav|s3|git|git-ssh]...
#
# Needs `./mvnw package`. Servers that are missing are installed from Debian (as root, or with sudo):
# openssh-server vsftpd nginx-light libnginx-mod-http-dav-ext git openssl. S3Proxy comes from Maven
# Central. All run as the person who starts this, on 127.0.0.1 and high ports, from a folder that is
# deleted at the end; what was not started here is left alone.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
galley=$here/../galley
s3proxy=${GALLEY_S3PROXY:-$HOME/.cache/galley-checks/s3proxy.jar}
s3version=2.9.0
scratch=$(mktemp -d)
chmod 755 "$scratch"
started=()
finish() {
  for pid in "${started[@]}"; do
    kill "$pid" 2>/dev/null || true
  done
  wait 2>/dev/null || true
  rm -rf "$scratch"
}
trap finish EXIT INT TERM

PATH=$PATH:/usr/sbin
missing=()
for pair in sshd:openssh-server vsftpd:vsftpd nginx:nginx-light git:git openssl:openssl; do
  command -v "${pair%%:*}" >/dev/null || missing+=("${pair#*:}")
done
dav=/usr/lib/nginx/modules/ngx_http_dav_ext_module.so
[ -f "$dav" ] || missing+=(libnginx-mod-http-dav-ext)
if [ "${#missing[@]}" -gt 0 ]; then
  root=
  [ "$(id -u)" = 0 ] || root=sudo
  # installed, not started
  $root apt-get update -qq
  RUNLEVEL=1 $root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

wait_for() {
  for _ in $(seq 100); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then
      return 0
    fi
    sleep 0.1
  done
  echo "hosts.sh: nothing answers on port $1" >&2
  cat "$scratch"/*.log >&2 || true
  exit 1
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

me=$(id -un)
trip() {
  name=$1
  secret=$2
  seen=$3
  echo "$name"
  cat >"$scratch/$name.json"
  GALLEY_SECRET=$secret GALLEY_MAIN=$here/HostTrip.java \
    "$galley" "$scratch/$name.json" "$scratch/$name" "$seen"
}

sshd_up() {
  [ -z "${ssh_port:-}" ] || return 0
  ssh_port=$(free_port)
  mkdir -p "$scratch/ssh"
  if [ "$(id -u)" = 0 ] && [ ! -d /run/sshd ]; then
    mkdir -p /run/sshd
  fi
  ssh-keygen -q -t ed25519 -N '' -f "$scratch/ssh/host"
  ssh-keygen -q -t ed25519 -N 'a passphrase' -f "$scratch/ssh/id"
  cp "$scratch/ssh/id.pub" "$scratch/ssh/authorized"
  cat >"$scratch/ssh/config" <<END
ListenAddress 127.0.0.1:$ssh_port
HostKey $scratch/ssh/host
AuthorizedKeysFile $scratch/ssh/authorized
PidFile $scratch/ssh/pid
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
UsePAM no
StrictModes no
Subsystem sftp internal-sftp
END
  "$(command -v sshd)" -D -e -f "$scratch/ssh/config" 2>"$scratch/sshd.log" &
  started+=($!)
  wait_for "$ssh_port"
}

do_sftp() {
  sshd_up
  mkdir -p "$scratch/sftp-site"
  trip sftp 'a passphrase' "$scratch/sftp-site" <<END
{"kind":"sftp","name":"OpenSSH","host":"127.0.0.1","port":$ssh_port,"user":"$me",
 "folder":"$scratch/sftp-site","serving":"inPlace","keyFile":"$scratch/ssh/id"}
END
}

do_link() {
  sshd_up
  mkdir -p "$scratch/link-site"
  trip link 'a passphrase' "$scratch/link-site/current" <<END
{"kind":"sftp","name":"OpenSSH","host":"127.0.0.1","port":$ssh_port,"user":"$me",
 "folder":"$scratch/link-site","serving":"link","keyFile":"$scratch/ssh/id"}
END
}

do_ftps() {
  ftp_port=$(free_port)
  mkdir -p "$scratch/ftp/site" "$scratch/empty"
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost \
    -keyout "$scratch/ftp.key" -out "$scratch/ftp.crt" 2>/dev/null
  cat >"$scratch/vsftpd.conf" <<END
listen=YES
listen_address=127.0.0.1
listen_port=$ftp_port
run_as_launching_user=YES
background=NO
anonymous_enable=YES
local_enable=NO
anon_root=$scratch/ftp
allow_writeable_chroot=YES
write_enable=YES
anon_upload_enable=YES
anon_mkdir_write_enable=YES
anon_other_write_enable=YES
anon_world_readable_only=NO
anon_umask=022
ssl_enable=YES
allow_anon_ssl=YES
force_anon_logins_ssl=YES
force_anon_data_ssl=YES
require_ssl_reuse=YES
ssl_ciphers=HIGH
rsa_cert_file=$scratch/ftp.crt
rsa_private_key_file=$scratch/ftp.key
pasv_enable=YES
secure_chroot_dir=$scratch/empty
seccomp_sandbox=NO
xferlog_enable=NO
END
  "$(command -v vsftpd)" "$scratch/vsftpd.conf" >"$scratch/vsftpd.log" 2>&1 &
  started+=($!)
  wait_for "$ftp_port"
  trip ftps secret "$scratch/ftp/site" <<END
{"kind":"ftps","name":"vsftpd","host":"127.0.0.1","port":$ftp_port,"user":"ftp","folder":"site"}
END
}

do_webdav() {
  dav_port=$(free_port)
  mkdir -p "$scratch/nginx/logs" "$scratch/nginx/tmp" "$scratch/dav/site"
  echo "ann:$(openssl passwd -apr1 secret)" >"$scratch/nginx/users"
  cat >"$scratch/nginx/nginx.conf" <<END
load_module $dav;
daemon off;
user $me;
pid $scratch/nginx/pid;
error_log $scratch/nginx.log;
events {}
http {
  access_log off;
  client_body_temp_path $scratch/nginx/tmp;
  proxy_temp_path $scratch/nginx/tmp;
  fastcgi_temp_path $scratch/nginx/tmp;
  uwsgi_temp_path $scratch/nginx/tmp;
  scgi_temp_path $scratch/nginx/tmp;
  server {
    listen 127.0.0.1:$dav_port;
    client_max_body_size 0;
    location / {
      root $scratch/dav;
      auth_basic dav;
      auth_basic_user_file $scratch/nginx/users;
      dav_methods PUT DELETE MKCOL COPY MOVE;
      dav_ext_methods PROPFIND OPTIONS;
    }
  }
}
END
  "$(command -v nginx)" -c "$scratch/nginx/nginx.conf" -p "$scratch/nginx" 2>"$scratch/nginx-start.log" &
  started+=($!)
  wait_for "$dav_port"
  trip webdav secret "$scratch/dav/site" <<END
{"kind":"webdav","name":"nginx","address":"http://127.0.0.1:$dav_port/site/","user":"ann"}
END
}

do_s3() {
  if [ ! -f "$s3proxy" ]; then
    mkdir -p "$(dirname "$s3proxy")"
    "$here/../../mvnw" -q -B -f "$here/../../pom.xml" dependency:copy -Dquick \
      -Dartifact="org.gaul:s3proxy:$s3version:jar:jar-with-dependencies" \
      -DoutputDirectory="$scratch/s3jar"
    mv "$scratch"/s3jar/*.jar "$s3proxy"
  fi
  s3_port=$(free_port)
  mkdir -p "$scratch/s3/my-site"
  cat >"$scratch/s3proxy.conf" <<END
s3proxy.endpoint=http://127.0.0.1:$s3_port
s3proxy.authorization=aws-v4
s3proxy.identity=AKIDEXAMPLE
s3proxy.credential=secret
jclouds.provider=filesystem
jclouds.filesystem.basedir=$scratch/s3
END
  java -jar "$s3proxy" --properties "$scratch/s3proxy.conf" >"$scratch/s3proxy.log" 2>&1 &
  started+=($!)
  wait_for "$s3_port"
  trip s3 secret - <<END
{"kind":"s3","name":"S3Proxy","endpoint":"http://127.0.0.1:$s3_port","region":"us-east-1",
 "bucket":"my-site","prefix":"www","accessKey":"AKIDEXAMPLE"}
END
}

do_git() {
  git init -q --bare "$scratch/site.git"
  trip git '' - <<END
{"kind":"git","name":"Git","address":"$scratch/site.git","branch":"pages","folder":""}
END
  git -C "$scratch/site.git" fsck --strict
  echo "  $(git -C "$scratch/site.git" rev-list --count pages) commits"
}

do_git_ssh() {
  sshd_up
  git init -q --bare "$scratch/site-ssh.git"
  trip git-ssh 'a passphrase' - <<END
{"kind":"git","name":"Git","address":"ssh://$me@127.0.0.1:$ssh_port$scratch/site-ssh.git",
 "branch":"pages","folder":"","keyFile":"$scratch/ssh/id"}
END
  git -C "$scratch/site-ssh.git" fsck --strict
}

[ "$#" -gt 0 ] || set -- sftp link ftps webdav s3 git git-ssh
for kind; do
  case $kind in
    sftp | link | ftps | webdav | s3 | git) "do_$kind" ;;
    git-ssh) do_git_ssh ;;
    *)
      echo "hosts.sh: no such host: $kind" >&2
      exit 2
      ;;
  esac
done
echo "All hosts hold."

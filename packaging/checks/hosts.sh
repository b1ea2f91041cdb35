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
work=$(mktemp -d)
chmod 755 "$work"
started=()
finish() {
  for pid in "${started[@]}"; do
    kill "$pid" 2>/dev/null || true
  done
  wait 2>/dev/null || true
  rm -rf "$work"
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
  cat "$work"/*.log >&2 || true
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
  cat >"$work/$name.json"
  GALLEY_SECRET=$secret GALLEY_MAIN=$here/HostTrip.java \
    "$galley" "$work/$name.json" "$work/$name" "$seen"
}

sshd_up() {
  [ -z "${ssh_port:-}" ] || return 0
  ssh_port=$(free_port)
  mkdir -p "$work/ssh"
  if [ "$(id -u)" = 0 ] && [ ! -d /run/sshd ]; then
    mkdir -p /run/sshd
  fi
  ssh-keygen -q -t ed25519 -N '' -f "$work/ssh/host"
  ssh-keygen -q -t ed25519 -N 'a passphrase' -f "$work/ssh/id"
  cp "$work/ssh/id.pub" "$work/ssh/authorized"
  cat >"$work/ssh/config" <<END
ListenAddress 127.0.0.1:$ssh_port
HostKey $work/ssh/host
AuthorizedKeysFile $work/ssh/authorized
PidFile $work/ssh/pid
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
UsePAM no
StrictModes no
Subsystem sftp internal-sftp
END
  "$(command -v sshd)" -D -e -f "$work/ssh/config" 2>"$work/sshd.log" &
  started+=($!)
  wait_for "$ssh_port"
}

do_sftp() {
  sshd_up
  mkdir -p "$work/sftp-site"
  trip sftp 'a passphrase' "$work/sftp-site" <<END
{"kind":"sftp","name":"OpenSSH","host":"127.0.0.1","port":$ssh_port,"user":"$me",
 "folder":"$work/sftp-site","serving":"inPlace","keyFile":"$work/ssh/id"}
END
}

do_link() {
  sshd_up
  mkdir -p "$work/link-site"
  trip link 'a passphrase' "$work/link-site/current" <<END
{"kind":"sftp","name":"OpenSSH","host":"127.0.0.1","port":$ssh_port,"user":"$me",
 "folder":"$work/link-site","serving":"link","keyFile":"$work/ssh/id"}
END
}

do_ftps() {
  ftp_port=$(free_port)
  mkdir -p "$work/ftp/site" "$work/empty"
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost \
    -keyout "$work/ftp.key" -out "$work/ftp.crt" 2>/dev/null
  cat >"$work/vsftpd.conf" <<END
listen=YES
listen_address=127.0.0.1
listen_port=$ftp_port
run_as_launching_user=YES
background=NO
anonymous_enable=YES
local_enable=NO
anon_root=$work/ftp
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
rsa_cert_file=$work/ftp.crt
rsa_private_key_file=$work/ftp.key
pasv_enable=YES
secure_chroot_dir=$work/empty
seccomp_sandbox=NO
xferlog_enable=NO
END
  "$(command -v vsftpd)" "$work/vsftpd.conf" >"$work/vsftpd.log" 2>&1 &
  started+=($!)
  wait_for "$ftp_port"
  trip ftps secret "$work/ftp/site" <<END
{"kind":"ftps","name":"vsftpd","host":"127.0.0.1","port":$ftp_port,"user":"ftp","folder":"site"}
END
}

do_webdav() {
  dav_port=$(free_port)
  mkdir -p "$work/nginx/logs" "$work/nginx/tmp" "$work/dav/site"
  echo "ann:$(openssl passwd -apr1 secret)" >"$work/nginx/users"
  cat >"$work/nginx/nginx.conf" <<END
load_module $dav;
daemon off;
user $me;
pid $work/nginx/pid;
error_log $work/nginx.log;
events {}
http {
  access_log off;
  client_body_temp_path $work/nginx/tmp;
  proxy_temp_path $work/nginx/tmp;
  fastcgi_temp_path $work/nginx/tmp;
  uwsgi_temp_path $work/nginx/tmp;
  scgi_temp_path $work/nginx/tmp;
  server {
    listen 127.0.0.1:$dav_port;
    client_max_body_size 0;
    location / {
      root $work/dav;
      auth_basic dav;
      auth_basic_user_file $work/nginx/users;
      dav_methods PUT DELETE MKCOL COPY MOVE;
      dav_ext_methods PROPFIND OPTIONS;
    }
  }
}
END
  "$(command -v nginx)" -c "$work/nginx/nginx.conf" -p "$work/nginx" 2>"$work/nginx-start.log" &
  started+=($!)
  wait_for "$dav_port"
  trip webdav secret "$work/dav/site" <<END
{"kind":"webdav","name":"nginx","address":"http://127.0.0.1:$dav_port/site/","user":"ann"}
END
}

do_s3() {
  if [ ! -f "$s3proxy" ]; then
    mkdir -p "$(dirname "$s3proxy")"
    "$here/../../mvnw" -q -B -f "$here/../../pom.xml" dependency:copy -Dquick \
      -Dartifact="org.gaul:s3proxy:$s3version:jar:jar-with-dependencies" \
      -DoutputDirectory="$work/s3jar"
    mv "$work"/s3jar/*.jar "$s3proxy"
  fi
  s3_port=$(free_port)
  mkdir -p "$work/s3/my-site"
  cat >"$work/s3proxy.conf" <<END
s3proxy.endpoint=http://127.0.0.1:$s3_port
s3proxy.authorization=aws-v4
s3proxy.identity=AKIDEXAMPLE
s3proxy.credential=secret
jclouds.provider=filesystem
jclouds.filesystem.basedir=$work/s3
END
  java -jar "$s3proxy" --properties "$work/s3proxy.conf" >"$work/s3proxy.log" 2>&1 &
  started+=($!)
  wait_for "$s3_port"
  trip s3 secret - <<END
{"kind":"s3","name":"S3Proxy","endpoint":"http://127.0.0.1:$s3_port","region":"us-east-1",
 "bucket":"my-site","prefix":"www","accessKey":"AKIDEXAMPLE"}
END
}

do_git() {
  git init -q --bare "$work/site.git"
  trip git '' - <<END
{"kind":"git","name":"Git","address":"$work/site.git","branch":"pages","folder":""}
END
  git -C "$work/site.git" fsck --strict
  echo "  $(git -C "$work/site.git" rev-list --count pages) commits"
}

do_git_ssh() {
  sshd_up
  git init -q --bare "$work/site-ssh.git"
  trip git-ssh 'a passphrase' - <<END
{"kind":"git","name":"Git","address":"ssh://$me@127.0.0.1:$ssh_port$work/site-ssh.git",
 "branch":"pages","folder":"","keyFile":"$work/ssh/id"}
END
  git -C "$work/site-ssh.git" fsck --strict
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

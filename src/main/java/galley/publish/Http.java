package galley.publish;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests to one web host. Waits for each, but never longer than the host is silent; follows no
 * redirect, for what is sent has a password with it.
 */
final class Http implements AutoCloseable {
  private final HttpClient client;
  private final Certificates certificates;
  private final Duration idle;
  private final AtomicLong lastSign = new AtomicLong();

  Http(URI address, Access access) throws IOException {
    try {
      int port = address.getPort() < 0 ? 443 : address.getPort();
      certificates = new Certificates(address.getHost(), port, access);
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(access.timeouts().connect())
              .sslContext(certificates.context())
              .build();
    } catch (GeneralSecurityException e) {
      throw new HostException(Trouble.FAILED, "There is no TLS here", e);
    }
    idle = access.timeouts().idle();
  }

  /** Refuses addresses a password would go to for everyone to read. */
  static URI address(String address) throws HostException {
    URI uri = URI.create(address);
    String host = uri.getHost();
    boolean here = host != null && List.of("127.0.0.1", "localhost", "[::1]").contains(host);
    if (host == null || (!"https".equals(uri.getScheme()) && !here)) {
      throw new HostException(Trouble.UNABLE, "Only https keeps a password secret");
    }
    return uri;
  }

  /** A body read from a stream once. */
  BodyPublisher body(InputStream content, long bytes) {
    if (bytes == 0) {
      return BodyPublishers.noBody();
    }
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(() -> new Signs(content)), bytes);
  }

  HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    lastSign.set(System.nanoTime());
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new Arriving(BodySubscribers.ofByteArray()));
    while (true) {
      try {
        long left = idle.toNanos() - (System.nanoTime() - lastSign.get());
        if (left <= 0) {
          answer.cancel(true);
          throw new HostException(Trouble.BROKEN_OFF, "The host is silent");
        }
        return answer.get(left, TimeUnit.NANOSECONDS);
      } catch (TimeoutException again) {
        // something may have come or gone in the meantime
      } catch (InterruptedException e) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        throw new HostException(Trouble.BROKEN_OFF, "Stopped while waiting", e);
      } catch (ExecutionException e) {
        throw told(e.getCause() == null ? e : e.getCause());
      }
    }
  }

  private HostException told(Throwable e) {
    if (certificates.refusal().isPresent()) {
      return new HostException(certificates.refusal().get(), "The certificate was refused", e);
    }
    boolean never =
        e instanceof java.net.ConnectException
            || e instanceof HttpConnectTimeoutException
            || e instanceof java.nio.channels.UnresolvedAddressException;
    return new HostException(
        never ? Trouble.UNREACHABLE : Trouble.BROKEN_OFF, String.valueOf(e.getMessage()), e);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private void sign() {
    lastSign.set(System.nanoTime());
  }

  private final class Signs extends InputStream {
    private final InputStream in;

    Signs(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      sign();
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      sign();
      return in.read(buffer, offset, length);
    }
  }

  private final class Arriving implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> all;

    Arriving(BodySubscriber<byte[]> all) {
      this.all = all;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return all.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      all.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
      sign();
      all.onNext(item);
    }

    @Override
    public void onError(Throwable e) {
      all.onError(e);
    }

    @Override
    public void onComplete() {
      all.onComplete();
    }
  }
}

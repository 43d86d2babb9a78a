package org.conferencedigest.notes.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.conferencedigest.foundation.problem.ProblemException;
import org.conferencedigest.notes.answer.Answers;
import org.conferencedigest.notes.bounds.Bounds;
import org.conferencedigest.notes.bounds.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list a request asks for.
 *
 * @param after the key behind which the page begins; empty for the beginning
 * @param limit how many items at the most
 */
public record Cut(String after, int limit) {

  private static final int LONGEST_CURSOR = 1_024;

  /**
   * The part that these parameters name.
   *
   * @throws ProblemException 422 if they name none
   */
  public static Cut of(@Nullable Integer limit, @Nullable String cursor, Bounds bounds) {
    if (limit != null && (limit < 1 || limit > bounds.longestPage())) {
      throw ProblemException.invalid(
          "#limit", "limit must be a number from 1 to " + bounds.longestPage());
    }
    return new Cut(
        cursor == null || cursor.isEmpty() ? "" : decode(cursor),
        limit == null ? bounds.page() : limit);
  }

  private static String decode(String cursor) {
    if (cursor.length() <= LONGEST_CURSOR) {
      try {
        String key = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        if (key.indexOf('\0') < 0 && Findings.isWellFormed(key)) {
          return key;
        }
      } catch (IllegalArgumentException notBase64) {
        // answered below, as any other text that is no cursor
      }
    }
    throw ProblemException.invalid("#cursor", "cursor must be the \"next\" of an earlier page");
  }

  /** How many rows to fetch: one more than asked for tells whether there is a next page. */
  public int rows() {
    return limit + 1;
  }

  /**
   * The page that fetched rows make.
   *
   * @param rows up to {@link #rows()} of them
   * @param key what the list is ordered by
   */
  public <R, T> Listing<T> page(List<R> rows, Function<R, String> key, Function<R, T> item) {
    boolean more = rows.size() > limit;
    List<R> kept = more ? rows.subList(0, limit) : rows;
    String next =
        more
            ? Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.apply(kept.getLast()).getBytes(UTF_8))
            : null;
    return new Listing<>(kept.stream().map(item).toList(), next);
  }

  /** The answer with that page, and with a link to the next one if there is one. */
  public static <T> HttpResponse<Listing<T>> respond(HttpRequest<?> request, Listing<T> page) {
    MutableHttpResponse<Listing<T>> response =
        HttpResponse.ok(page).header(HttpHeaders.CACHE_CONTROL, Answers.PRIVATE);
    if (page.next() != null) {
      Map<String, String> parameters = new TreeMap<>();
      request.getParameters().forEach((name, values) -> parameters.put(name, values.getFirst()));
      parameters.put("cursor", page.next());
      StringBuilder link = new StringBuilder("<").append(request.getUri().getRawPath());
      String separator = "?";
      for (Map.Entry<String, String> parameter : parameters.entrySet()) {
        link.append(separator)
            .append(URLEncoder.encode(parameter.getKey(), UTF_8))
            .append('=')
            .append(URLEncoder.encode(parameter.getValue(), UTF_8));
        separator = "&";
      }
      response.header(HttpHeaders.LINK, link.append(">; rel=\"next\"").toString());
    }
    return response;
  }
}

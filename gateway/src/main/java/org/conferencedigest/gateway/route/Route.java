package org.conferencedigest.gateway.route;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.order.Ordered;
import java.time.Duration;
import org.conferencedigest.foundation.settings.Matching;
import org.conferencedigest.foundation.settings.Within;

/**
 * Which service answers the paths of one pattern. The first route that matches is taken.
 *
 * @param index its place in the configuration
 * @param pattern the paths, as {@link PathPattern} reads them
 * @param upstream the name of the service, under {@code micronaut.http.services}
 * @param timeout how long it may take until its answer begins
 * @param maxBody the largest request body, in bytes
 */
@EachProperty(value = "gateway.routes", list = true)
public record Route(
    @Parameter Integer index,
    @Matching(value = "/\\S*", words = "a pattern of paths such as /api/v1/conferences/**")
        String pattern,
    @Matching(value = "\\S+", words = "the name of a service under micronaut.http.services")
        String upstream,
    @Within(least = "1ms", most = "1h") Duration timeout,
    @Within(least = "0", most = "1073741824") long maxBody)
    implements Ordered {

  @Override
  public int getOrder() {
    return index;
  }
}

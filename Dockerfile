# Conference Digest's images, a target each: notes-service, summary-service, gateway, and digest, the
# command line (secrets, tokens, import, export). `docker compose build` builds all four.

# What the images' labels say of their origin.
ARG VERSION=1.0.0-SNAPSHOT
ARG REVISION=unknown

# ---- What was written, built -----------------------------------------------------------------
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -Dmaven.test.skip=true -Dspotless.check.skip=true --also-make package \
      --projects notes-service,summary-service,gateway,embedded/broker,embedded/machine \
 && deploy/images/pack /packed

# ---- What every image starts from ------------------------------------------------------------
FROM eclipse-temurin:25-jre AS runtime
RUN useradd --system --uid 10001 --no-create-home digest
COPY deploy/images/healthy deploy/images/java.security /opt/digest/

# ---- A rehearsal, from which each service keeps what makes its starts short -----------------------
# The services run as in their images, against the embedded PostgreSQL and Kafka; the demonstration
# is loaded, read and written for a while.
FROM runtime AS rehearsal
COPY --from=build --chown=10001 /packed /opt/digest
COPY --from=build --chown=10001 /source/embedded /rehearsal/embedded
USER 10001
RUN java -Ddigest.root=/rehearsal -Ddigest.packed=/opt/digest -Ddigest.train=true \
      -cp '/rehearsal/embedded/machine/target/embedded-machine.jar:/rehearsal/embedded/machine/target/lib/*' \
      org.conferencedigest.embedded.command.Digest train --data /tmp/rehearsal

# ---- The services ------------------------------------------------------------------------------
FROM runtime AS notes-service
LABEL org.opencontainers.image.title="Conference Digest: notes service" \
      org.opencontainers.image.description="Stores the notes of a conference and publishes what changes"
WORKDIR /opt/digest/notes-service
COPY --from=build /packed/notes-service/lib lib
COPY --from=build /packed/notes-service/own own
COPY --from=build /packed/notes-service/java.options .
COPY --from=rehearsal /opt/digest/notes-service/start.aot .
USER 10001
EXPOSE 8081
HEALTHCHECK --interval=10s --timeout=5s --retries=6 --start-period=90s --start-interval=1s CMD ["/opt/digest/healthy", "8081"]
ARG VERSION REVISION
LABEL org.opencontainers.image.version=$VERSION org.opencontainers.image.revision=$REVISION
ENTRYPOINT ["java", "-XX:AOTCache=start.aot", "@java.options", "org.conferencedigest.notes.NotesService"]

FROM runtime AS summary-service
LABEL org.opencontainers.image.title="Conference Digest: summary service" \
      org.opencontainers.image.description="Keeps the digest of each conference written"
WORKDIR /opt/digest/summary-service
COPY --from=build /packed/summary-service/lib lib
COPY --from=build /packed/summary-service/own own
COPY --from=build /packed/summary-service/java.options .
COPY --from=rehearsal /opt/digest/summary-service/start.aot .
USER 10001
EXPOSE 8082
HEALTHCHECK --interval=10s --timeout=5s --retries=6 --start-period=90s --start-interval=1s CMD ["/opt/digest/healthy", "8082"]
ARG VERSION REVISION
LABEL org.opencontainers.image.version=$VERSION org.opencontainers.image.revision=$REVISION
ENTRYPOINT ["java", "-XX:AOTCache=start.aot", "@java.options", "org.conferencedigest.summary.SummaryService"]

FROM runtime AS gateway
LABEL org.opencontainers.image.title="Conference Digest: gateway" \
      org.opencontainers.image.description="The one door for people and programs"
WORKDIR /opt/digest/gateway
COPY --from=build /packed/gateway/lib lib
COPY --from=build /packed/gateway/own own
COPY --from=build /packed/gateway/java.options .
COPY --from=rehearsal /opt/digest/gateway/start.aot .
USER 10001
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --retries=6 --start-period=90s --start-interval=1s CMD ["/opt/digest/healthy", "8080"]
ARG VERSION REVISION
LABEL org.opencontainers.image.version=$VERSION org.opencontainers.image.revision=$REVISION
ENTRYPOINT ["java", "-XX:AOTCache=start.aot", "@java.options", "org.conferencedigest.gateway.Gateway"]

# ---- The command line ----------------------------------------------------------------------------
FROM runtime AS digest
LABEL org.opencontainers.image.title="Conference Digest: command line" \
      org.opencontainers.image.description="Secrets, tokens, import and export"
WORKDIR /opt/digest/digest
COPY --from=build /packed/digest/lib lib
COPY --from=build /packed/digest/own own
COPY --from=build /packed/digest/java.options .
# New volumes mounted here belong to whom these folders belong to.
RUN mkdir -p -m 700 /data \
 && mkdir -p /hand-out/public-keys /hand-out/notes-service /hand-out/summary-service /hand-out/postgres \
 && chown -R 10001 /data /hand-out
USER 10001
ARG VERSION REVISION
LABEL org.opencontainers.image.version=$VERSION org.opencontainers.image.revision=$REVISION
ENTRYPOINT ["java", "-Ddigest.root=/", "@java.options", "org.conferencedigest.embedded.command.Digest"]

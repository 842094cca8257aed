# Study Coach as an image; config/compose.yaml shows how it is run.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
# What Maven has fetched stays with the builder; the tests are run by mvn verify, not here.
RUN --mount=type=cache,target=/root/.m2 mvn -q -B -Dmaven.test.skip=true package

FROM eclipse-temurin:17-jre
# Pictures need fonts. Those for Chinese, Japanese and Korean are large: --build-arg CJK_FONTS=true
# brings them, without the ones that have serifs.
ARG CJK_FONTS=false
RUN apt-get update \
 && apt-get install -y --no-install-recommends -o 'DPkg::Options::=--path-exclude=*/NotoSerifCJK*' \
      fontconfig fonts-dejavu-core \
      $(if [ "$CJK_FONTS" = true ]; then echo fonts-noto-cjk; fi) \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/* \
 && groupadd --gid 10001 coach \
 && useradd --uid 10001 --gid coach --home-dir /data --no-create-home coach \
 && install -d -o coach -g coach /data
COPY --from=build /src/bot/target/coach /opt/coach
RUN /opt/coach/archive

USER 10001:10001
WORKDIR /opt/coach
ENV LANG=C.UTF-8 \
    COACH_DATA_DIR=/data \
    JAVA_OPTS="-XX:+UseSerialGC -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
VOLUME /data
HEALTHCHECK --interval=30s --timeout=15s --start-period=60s CMD ["/opt/coach/coach", "health"]
ENTRYPOINT ["/opt/coach/coach"]
CMD ["run"]

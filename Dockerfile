FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -q -B -DskipTests package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --no-create-home coach \
 && install -d -o coach -g coach /data
COPY --from=build /src/bot/target/coach /opt/coach
USER coach
WORKDIR /opt/coach
ENV COACH_DATA_DIR=/data
VOLUME /data
ENTRYPOINT ["/opt/coach/coach"]

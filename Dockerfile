# The portal as a container. Build: docker build -t governance-portal .      Run: docker-compose.yml beside this file.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends nodejs npm \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN dotnet publish src/Governance.Web -c Release -o /portal --nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# curl for the health check; psql for the administration verb of that name.
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl postgresql-client \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /portal /portal
# Keys and logs; named volumes mounted here take over its owner.
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
WORKDIR /data
# The base image asks for a port of its own; GOVERNANCE_URLS decides.
ENV ASPNETCORE_HTTP_PORTS= \
    GOVERNANCE_DATA=/data \
    GOVERNANCE_URLS=http://0.0.0.0:8080
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD curl -fsS -o /dev/null http://127.0.0.1:8080/healthz
ENTRYPOINT ["dotnet", "/portal/Governance.Web.dll"]

# docker build -t crier . && docker run -it --rm -v crier-data:/data crier
FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY config config
COPY src src
RUN mkdir /data && chown node:node /data
USER node
ENV NODE_ENV=production CRIER_DATA=/data
VOLUME /data
CMD ["node", "--max-semi-space-size=2", "src/main.ts", "start"]

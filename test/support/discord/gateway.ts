import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Json, listOf, numberOf, recordOf, textOf } from './json.ts';
import { guildCreatePayload, userPayload } from './payloads.ts';
import {
  allows,
  type Closing,
  INTENT,
  KNOWN_INTENTS,
  OP,
  ownsGuild,
  PRIVILEGED,
  packetIn,
  refusedLine,
  type Session,
  seenWith,
} from './sessions.ts';
import { StartLimit } from './start-limit.ts';
import type { World } from './state.ts';
import type { Waiting } from './waiting.ts';

// Discord docs "Gateway › Sending Events": 4096 bytes a payload, 120 payloads in 60 s, else 4008.
const PAYLOAD = 4096;
const SENDS = { limit: 120, windowMs: 60_000 };
const GUILDS_A_SHARD = 2500;

export type GatewayOptions = {
  readonly heartbeatInterval: number;
  /** Privileged intents switched on in the developer portal. */
  readonly privilegedIntents: number;
  readonly identifiesLeft: number;
};

/** The gateway: sessions, heartbeats, resumes, and whatever a test wants to go wrong with them. */
export class Gateway {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1 << 20 });
  readonly #world: World;
  readonly #waiting: Waiting;
  readonly #options: GatewayOptions;
  readonly #sessions = new Map<string, Session>();
  readonly #starts: StartLimit;
  readonly #hungUp = new WeakSet<WebSocket>();
  #url = '';
  #started = 0;
  /** Off: heartbeats are heard and not answered, as on a dead line. */
  acking = true;
  /** On: connections get no HELLO, or are refused before it. */
  refusing: 'no' | 'silent' | 'reset' = 'no';
  /** How often a client has come with IDENTIFY, RESUME and a heartbeat. */
  readonly count = { identify: 0, resume: 0, heartbeat: 0, connect: 0 };
  /** Close codes this side has sent, oldest first. */
  readonly closed: number[] = [];

  constructor(world: World, waiting: Waiting, options: GatewayOptions) {
    this.#world = world;
    this.#waiting = waiting;
    this.#options = options;
    this.#starts = new StartLimit(world.clock, options.identifiesLeft);
  }

  attach(server: Server, url: string): void {
    this.#url = url;
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.count.connect += 1;
      if (this.refusing === 'reset') socket.destroy();
      else this.#server.handleUpgrade(request, socket, head, (ws) => this.#open(ws, request));
    });
  }

  get sessions(): readonly Session[] {
    return [...this.#sessions.values()];
  }

  /** Sessions somebody is connected to at this moment. */
  get live(): readonly Session[] {
    return this.sessions.filter(({ socket }) => socket !== null);
  }

  get startLimit(): Json {
    return this.#starts.shown;
  }

  /** Tells every session that may hear of it. `guildId` null: private, told to shard 0. Returns who was told. */
  dispatch(event: string, data: Json, guildId: string | null): readonly Session[] {
    const told = this.sessions.filter(
      (session) => allows(session, event, guildId) && ownsGuild(session, guildId),
    );
    for (const session of told) this.#tell(session, event, data);
    this.#waiting.changed();
    return told;
  }

  /** A packet as it stands, outside the order of events: what a test wants to say, however wrong. */
  raw(text: string): void {
    for (const { socket } of this.live) socket?.send(text);
  }

  /** Op 7: please come back. Discord docs "Gateway › Reconnect". */
  askToReconnect(): void {
    this.raw(JSON.stringify({ op: OP.reconnect, d: null, s: null, t: null }));
  }

  /** Op 9. When it cannot be resumed the sessions are forgotten, as the docs say. */
  invalidate(resumable: boolean): void {
    const hit = this.live;
    if (!resumable) for (const { id } of hit) this.#sessions.delete(id);
    for (const { socket } of hit)
      socket?.send(JSON.stringify({ op: OP.invalidSession, d: resumable, s: null, t: null }));
  }

  /** Closes every connection with a code; with 1000, 4007, 4009 and the fatal ones the session is gone too. */
  close(code: number, reason = ''): void {
    for (const session of this.live) this.#end(session, [code, reason]);
  }

  /** Cuts every connection without a word. */
  drop(): void {
    for (const { socket } of this.live) socket?.terminate();
  }

  /** Forgets sessions nobody is connected to, as after some minutes: their RESUME gets op 9. */
  expire(): void {
    for (const session of this.sessions) if (!session.socket) this.#sessions.delete(session.id);
  }

  /** Waits until somebody has come with READY or RESUMED `times` times in all. */
  async connected(times = 1): Promise<void> {
    await this.#waiting.until('a session', () =>
      this.#started >= times && this.live.length > 0 ? true : undefined,
    );
  }

  async stop(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    await new Promise<void>((done) => this.#server.close(() => done()));
  }

  #open(socket: WebSocket, request: IncomingMessage): void {
    const query = new URL(request.url ?? '/', 'ws://gateway').searchParams;
    const line: Line = { socket, session: null, sent: [], timer: null };
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      if (line.timer) clearTimeout(line.timer);
      if (line.session?.socket === socket) line.session.socket = null;
      // Discord docs "Gateway › Disconnecting": a client that closes with 1000 or 1001 gives its session up.
      if (line.session && !this.#hungUp.has(socket) && (code === 1000 || code === 1001))
        this.#sessions.delete(line.session.id);
      this.#waiting.changed();
    });
    if (this.refusing === 'silent') return;
    const refused = refusedLine(query);
    if (refused) {
      this.#hangUp(socket, refused);
      return;
    }
    socket.on('message', (data, isBinary) => this.#hear(line, data as Buffer, isBinary));
    socket.send(
      JSON.stringify({
        op: OP.hello,
        d: { heartbeat_interval: this.#options.heartbeatInterval, _trace: [] },
        s: null,
        t: null,
      }),
    );
    this.#watch(line);
  }

  /** A client that misses its heartbeat is cut off. Discord docs "Gateway › Sending Heartbeats"; the code is a belief. */
  #watch(line: Line): void {
    if (line.timer) clearTimeout(line.timer);
    line.timer = setTimeout(
      () => this.#hangUp(line.socket, [4009, 'Session timed out.']),
      this.#options.heartbeatInterval * 2,
    );
    line.timer.unref();
  }

  #hear(line: Line, data: Buffer, isBinary: boolean): void {
    const refused = this.#refusedPacket(line, data, isBinary);
    if (refused) this.#hangUp(line.socket, refused);
    this.#waiting.changed();
  }

  /** Takes a packet; gives the close code for one that cannot be taken. */
  #refusedPacket(line: Line, data: Buffer, isBinary: boolean): Closing | undefined {
    const now = Date.now();
    line.sent = [...line.sent.filter((at) => now - at < SENDS.windowMs), now];
    if (line.sent.length > SENDS.limit) return [4008, 'You are being rate limited.'];
    const packet = isBinary || data.length > PAYLOAD ? undefined : packetIn(data.toString('utf8'));
    if (!packet) return [4002, 'Error while decoding payload.'];
    const body = recordOf(packet.d) ?? {};
    switch (packet.op) {
      case OP.heartbeat:
        this.count.heartbeat += 1;
        this.#watch(line);
        if (this.acking)
          line.socket.send(JSON.stringify({ op: OP.ack, d: null, s: null, t: null }));
        return undefined;
      case OP.identify:
        return this.#identify(line, body);
      case OP.resume:
        return this.#resume(line, body);
      case OP.presence:
      case OP.voice:
      case OP.requestMembers:
      case OP.requestSounds:
        return line.session ? undefined : [4003, 'Not authenticated.'];
      default:
        return [4001, 'Unknown opcode.'];
    }
  }

  #identify(line: Line, data: Json): Closing | undefined {
    this.count.identify += 1;
    if (line.session) return [4005, 'Already authenticated.'];
    if (!this.#isToken(data.token)) return [4004, 'Authentication failed.'];
    const properties = recordOf(data.properties);
    if (!properties?.os || !properties.browser || !properties.device)
      return [4002, 'Identify properties are missing.'];
    const intents = data.intents;
    if (!Number.isInteger(intents) || Number(intents) & ~KNOWN_INTENTS)
      return [4013, 'Invalid intent(s).'];
    if (Number(intents) & PRIVILEGED & ~this.#options.privilegedIntents)
      return [4014, 'Disallowed intent(s).'];
    const [shard = 0, shards = 1] = listOf(data.shard ?? [0, 1]).map(numberOf);
    if (shard < 0 || shard >= shards) return [4010, 'Invalid shard.'];
    if (this.#world.guilds.size / shards > GUILDS_A_SHARD) return [4011, 'Sharding required.'];
    // Discord docs "Gateway › Session Start Limit": past the limit all sessions end and the token is reset.
    if (!this.#starts.take()) {
      this.#world.token = null;
      for (const session of this.live) this.#end(session, [4004, 'Authentication failed.']);
      return [4004, 'Authentication failed.'];
    }
    const session: Session = {
      id: randomBytes(16).toString('hex'),
      shard: [shard, shards],
      intents: Number(intents),
      seq: 0,
      told: [],
      socket: line.socket,
    };
    this.#sessions.set(session.id, session);
    line.session = session;
    this.#welcome(session);
    return undefined;
  }

  #welcome(session: Session): void {
    const guilds = [...this.#world.guilds.values()].filter(({ id }) => ownsGuild(session, id));
    this.#tell(session, 'READY', {
      v: 10,
      user: userPayload(this.#world.bot),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: `${this.#url}/resume`,
      session_type: 'normal',
      shard: session.shard,
      application: { id: this.#world.application.id, flags: this.#world.application.flags },
      private_channels: [],
      relationships: [],
      user_settings: {},
      _trace: [],
    });
    if (session.intents & INTENT.guilds)
      for (const guild of guilds)
        this.#tell(
          session,
          'GUILD_CREATE',
          guild.available
            ? guildCreatePayload(this.#world, guild)
            : { id: guild.id, unavailable: true },
        );
    this.#started += 1;
    this.#waiting.changed();
  }

  /** Discord docs "Gateway › Resuming". */
  #resume(line: Line, data: Json): Closing | undefined {
    this.count.resume += 1;
    if (!this.#isToken(data.token)) return [4004, 'Authentication failed.'];
    const session = this.#sessions.get(textOf(data.session_id));
    if (!session) {
      line.socket.send(JSON.stringify({ op: OP.invalidSession, d: false, s: null, t: null }));
      return undefined;
    }
    const seq = numberOf(data.seq);
    if (seq > session.seq) {
      this.#sessions.delete(session.id);
      return [4007, 'Invalid seq.'];
    }
    const former = session.socket;
    session.socket = line.socket;
    line.session = session;
    // After op 9 a session may be resumed on the very line it was on.
    if (former !== line.socket) former?.terminate();
    for (const told of session.told) if (told.seq > seq) line.socket.send(told.text);
    this.#tell(session, 'RESUMED', { _trace: [] });
    this.#started += 1;
    return undefined;
  }

  #tell(session: Session, event: string, data: Json): void {
    session.seq += 1;
    const shown = event.startsWith('MESSAGE_') ? seenWith(session, this.#world, data) : data;
    const text = JSON.stringify({ op: OP.dispatch, t: event, s: session.seq, d: shown });
    session.told.push({ seq: session.seq, event, text });
    session.socket?.send(text);
  }

  #end(session: Session, closing: Closing): void {
    // Discord docs "Opcodes and Status Codes › Gateway Close Event Codes": after these a new session is needed.
    if ([1000, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014].includes(closing[0]))
      this.#sessions.delete(session.id);
    if (session.socket) this.#hangUp(session.socket, closing);
    session.socket = null;
  }

  #hangUp(socket: WebSocket, [code, reason]: Closing): void {
    this.closed.push(code);
    this.#hungUp.add(socket);
    socket.close(code, reason);
    this.#waiting.changed();
  }

  #isToken(value: unknown): boolean {
    return this.#world.token !== null && textOf(value).replace(/^Bot /, '') === this.#world.token;
  }
}

type Line = {
  readonly socket: WebSocket;
  session: Session | null;
  sent: number[];
  timer: NodeJS.Timeout | null;
};

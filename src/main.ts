import { enableCompileCache } from 'node:module';

// Compiled code is kept between runs: the start of the program's modules costs a fifth of what it would.
enableCompileCache();

// The reader went away (`crier digest | head`): nothing more can be said, so the program ends as at a SIGTERM.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  if (!process.emit('SIGTERM')) process.exit(0);
});

const { run } = await import('./cli/run.ts');

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
});

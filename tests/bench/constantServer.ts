/**
 * Answers every request with the same bytes, through the same HTTP library: what the machine could do at most. The
 * bytes are the file named by BODY_FILE.
 */
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const body = new Uint8Array(readFileSync(process.env['BODY_FILE'] ?? ''));
const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': String(body.byteLength) };
const app = new Hono().get('*', () => new Response(body, { headers }));

serve({ fetch: app.fetch, port: Number(process.env['PORT']), hostname: '127.0.0.1' });

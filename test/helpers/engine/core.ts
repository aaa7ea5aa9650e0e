/**
 * The real n8n-core, loaded so that it touches nothing outside a folder of its own: importing it writes a config file with an
 * encryption key into N8N_USER_FOLDER. Needs Node 24, as n8n-core does.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

process.env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'n8n-engine-'));
process.env.N8N_ENCRYPTION_KEY ??= 'an-encryption-key-of-the-tests';

import 'reflect-metadata';
import type * as Core from 'n8n-core';

// Loaded by require, because an import would be moved above the lines that set the environment.
export const core = require('n8n-core') as typeof Core;

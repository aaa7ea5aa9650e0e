import type { IDataObject } from 'n8n-workflow';

export type ApiVersion = 'v1' | 'v2';

/** One record as the Service Layer writes it, in its own property names. */
export type Row = IDataObject;

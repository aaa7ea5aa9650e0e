import type { Core } from '../core';
import { notFound, ServiceError } from '../errors';
import { seriesOf } from '../journal/series';
import { keyText } from '../store/store';
import type { Parameters, ServiceResult } from './types';

/** Numbering series of an object code, such as 30 for journal entries. */
export function documentSeries(core: Core, parameters: Parameters): ServiceResult {
	return { kind: 'list', type: 'Series', rows: seriesOf(core, documentOf(parameters)) };
}

export function defaultSeries(core: Core, parameters: Parameters): ServiceResult {
	const row = seriesOf(core, documentOf(parameters)).find((series) => series.Locked !== 'tYES');
	if (!row) throw notFound();
	return { kind: 'object', type: 'Series', row };
}

export function oneSeries(core: Core, parameters: Parameters): ServiceResult {
	const number = Number((parameters.SeriesParams as { Series?: unknown } | undefined)?.Series);
	const row = core.store.get('*Series', keyText([number]));
	if (!row) throw notFound();
	return { kind: 'object', type: 'Series', row };
}

function documentOf(parameters: Parameters): string {
	const document = (parameters.DocumentTypeParams as { Document?: unknown } | undefined)?.Document;
	if (document === undefined || document === null)
		throw new ServiceError(400, -1000, "Parameter 'DocumentTypeParams' is invalid");
	return String(document);
}

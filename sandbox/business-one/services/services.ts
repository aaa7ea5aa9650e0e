import type { Core, Operation, Outcome } from '../core';
import { saveDraft } from '../documents/drafts';
import { invalidProperty, notSupported, ServiceError } from '../errors';
import functionKinds from '../metadata/functions.json';
import { structuredTypes } from '../metadata/model';
import type { Segment } from '../odata/path';
import { jsonBody } from '../rest/input';
import { metadataKey, renderRow } from '../rest/render';
import { adminInfo, companyInfo, pathAdmin } from './company';
import { financePeriod, financePeriods, period, periods } from './periods';
import { currencyRate, localCurrency, setCurrencyRate, systemCurrency } from './rates';
import { defaultSeries, documentSeries, oneSeries } from './series';
import type { Parameters, ServiceResult } from './types';
import { addVoucher } from './vouchers';

interface Service {
	/** Names of its parameters; another one is refused. */
	parameters: string[];
	run(core: Core, parameters: Parameters, operation: Operation): ServiceResult;
}

const services: Record<string, Service> = {
	CompanyService_GetAdminInfo: { parameters: [], run: adminInfo },
	CompanyService_GetCompanyInfo: { parameters: [], run: companyInfo },
	CompanyService_GetPathAdmin: { parameters: [], run: pathAdmin },
	CompanyService_GetPeriods: { parameters: [], run: periods },
	CompanyService_GetPeriod: { parameters: ['PeriodCategoryParams'], run: period },
	CompanyService_GetFinancePeriods: { parameters: ['PeriodCategoryParams'], run: financePeriods },
	CompanyService_GetFinancePeriod: { parameters: ['FinancePeriodParams'], run: financePeriod },
	SBOBobService_GetLocalCurrency: { parameters: [], run: localCurrency },
	SBOBobService_GetSystemCurrency: { parameters: [], run: systemCurrency },
	SBOBobService_GetCurrencyRate: { parameters: ['Currency', 'Date'], run: currencyRate },
	SBOBobService_SetCurrencyRate: { parameters: ['RateDate', 'Currency', 'Rate'], run: setCurrencyRate },
	SeriesService_GetDocumentSeries: { parameters: ['DocumentTypeParams'], run: documentSeries },
	SeriesService_GetDefaultSeries: { parameters: ['DocumentTypeParams'], run: defaultSeries },
	SeriesService_GetSeries: { parameters: ['SeriesParams'], run: oneSeries },
	DraftsService_SaveDraftToDocument: { parameters: ['Document'], run: saveDraft },
	JournalVouchersService_Add: { parameters: ['JournalVoucher'], run: addVoucher },
};

const kinds = functionKinds as Record<string, 'GET' | 'POST'>;
/** Its metadata says action, its published sample uses GET: both work. */
const alsoGet = new Set(['CompanyService_GetPeriods']);

/** True when the name is a service function or action of the Service Layer, simulated or not. */
export function isService(name: string): boolean {
	return Object.hasOwn(kinds, name);
}

/** Calls a service: POST always works, GET in v2 where the metadata says function. */
export function callService(core: Core, operation: Operation, segment: Segment): Outcome {
	const service = services[segment.name];
	if (!service) throw notSupported();
	const byGet = operation.version === 'v2' && (kinds[segment.name] === 'GET' || alsoGet.has(segment.name));
	if (operation.method !== 'POST' && !(operation.method === 'GET' && byGet))
		throw new ServiceError(405, -1000, 'Method not allowed');
	const parameters = operation.method === 'POST' ? jsonBody(operation.body) : inlineParameters(segment);
	const unknown = Object.keys(parameters).find((name) => !service.parameters.includes(name));
	if (unknown !== undefined) throw invalidProperty(unknown, segment.name);
	return rendered(core, operation, service.run(core, parameters, operation));
}

function inlineParameters(segment: Segment): Parameters {
	return Object.fromEntries(Object.entries(segment.key?.named ?? {}).map(([name, literal]) => [name, literal.text]));
}

function rendered(core: Core, operation: Operation, result: ServiceResult): Outcome {
	const { version, root } = operation;
	if (result.kind === 'nothing') return { status: 204 };
	if (result.kind === 'value') {
		const json = version === 'v1' ? result.value : { '@odata.context': `${root}$metadata#Edm.String`, value: result.value };
		return { status: 200, json };
	}
	const type = core.schema.type(result.type) ?? structuredTypes.get(result.type);
	if (!type) throw new Error(`The type ${result.type} is missing`);
	if (result.kind === 'object') {
		return {
			status: 200,
			json: { [metadataKey(version)]: `${root}$metadata#SAPB1.${type.name}`, ...renderRow(core, version, type, result.row) },
		};
	}
	const context = { [metadataKey(version)]: `${root}$metadata#Collection(SAPB1.${type.name})` };
	return { status: 200, json: { ...context, value: result.rows.map((row) => renderRow(core, version, type, row)) } };
}

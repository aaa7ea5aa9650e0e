import { readAdminInfo, readCompanyInfo } from '../../../shared/business-one';
import { perItem } from '../../../shared/n8n/perItem';
import { simplifyField } from '../listFields';
import type { Operation } from '../operation';

/** Name, version, currencies and settings of the company. */
export const getInfo: Operation = {
	fields: [simplifyField],
	async execute({ context, serviceLayer, company }) {
		const items = await perItem(context, async (itemIndex) => {
			const info = await readCompanyInfo(serviceLayer);
			const admin = await readAdminInfo(serviceLayer);
			if (context.getNodeParameter('simplify', itemIndex, true) !== true) return [{ companyDb: company.companyDb, info, admin }];
			return [
				{
					companyDb: company.companyDb,
					companyName: info.CompanyName ?? admin.CompanyName ?? null,
					version: info.Version ?? null,
					localization: info.Localization ?? null,
					localCurrency: admin.LocalCurrency ?? null,
					systemCurrency: admin.SystemCurrency ?? null,
					totalsAccuracy: admin.TotalsAccuracy ?? null,
					branches: admin.EnableBranches ?? null,
					segmentedAccounts: info.EnableAccountSegmentation ?? null,
				},
			];
		});
		return [items];
	},
};

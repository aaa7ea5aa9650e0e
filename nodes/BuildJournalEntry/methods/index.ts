import { searchDocumentFields } from './documentFields';
import {
	searchAccounts,
	searchBranches,
	searchCostCenters,
	searchPartners,
	searchProjects,
	searchTaxGroups,
} from './masterDataSearch';

export const listSearch = {
	searchAccounts,
	searchBranches,
	searchCostCenters,
	searchDocumentFields,
	searchPartners,
	searchProjects,
	searchTaxGroups,
};

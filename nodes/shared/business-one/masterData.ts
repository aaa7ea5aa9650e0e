export { readMasterData, type MasterDataQuery, type MasterDataRows } from './masterData/readMasterData';

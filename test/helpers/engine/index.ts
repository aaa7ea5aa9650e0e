/**
 * A small harness around the real n8n-core: contexts that send real requests and renew real credentials, without n8n's database
 * and web server. Suites that use it run on Node 24.
 */
export { executeContext, loadOptionsContext, pollContext, runNode, runNodeOn, type NodeSetup } from './contexts';
export { CredentialStore, type StoredCredential } from './credentialStore';
export { testCredential, TESTED_AS } from './credentialTest';
export { core } from './core';
export { runInWorkflow } from './workflow';

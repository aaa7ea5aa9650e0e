import { REGISTER_SET, setUpPostingRegister } from '../../nodes/shared/business-one';
import type { Connection } from './connection';
import { post, PostingSandbox, postOne } from './postingSandbox';

let b1: PostingSandbox;
let connection: Connection;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
});

afterAll(async () => await b1.stop());

afterEach(() => connection.close());

describe('what only one level has', () => {
	it('finds entries that were posted before the register was set up', async () => {
		await b1.reset(false);
		connection = b1.connect('v1');
		const document = b1.document();
		await postOne(connection, document);
		connection.close();
		connection = b1.connect('v1');
		await setUpPostingRegister(connection.serviceLayer);
		expect(await postOne(connection, document)).toMatchObject({ outcome: 'alreadyPosted', level: 'register' });
	});

	it('does not post where the register holds the key but no entry carries it', async () => {
		await b1.reset(true);
		connection = b1.connect('v2');
		const document = b1.document();
		await connection.serviceLayer.post(REGISTER_SET, {
			Code: document.postingKey,
			Name: document.postingKey,
			U_Hash: document.contentHash,
		});
		expect(await postOne(connection, document)).toMatchObject({
			outcome: 'uncertain',
			errorClass: 'duplicate',
			retrySafe: false,
		});
		expect(await b1.entries()).toHaveLength(0);
	});

	it('says so where the register is asked for and is not there', async () => {
		await b1.reset(false);
		connection = b1.connect('v2');
		await expect(post(connection, [b1.document()], { level: 'register' })).rejects.toMatchObject({ kind: 'masterData' });
	});

	it('parks vouchers once with the register', async () => {
		await b1.reset(true);
		connection = b1.connect('v2');
		const document = b1.document();
		expect(await postOne(connection, document, { target: 'journalVoucher' })).toMatchObject({ outcome: 'waiting', jdtNum: null });
		expect(await postOne(connection, document, { target: 'journalVoucher' })).toMatchObject({ outcome: 'waiting' });
		expect(await postOne(connection, document)).toMatchObject({
			outcome: 'waiting',
			message: expect.stringContaining('voucher'),
		});
		expect(await b1.control('get', 'vouchers')).toHaveLength(1);
	});

	it('never sends a voucher again in doubt without the register', async () => {
		await b1.reset(false);
		connection = b1.connect('v2');
		await b1.faults({ kind: 'commitThenDrop', path: 'JournalVouchersService_Add', times: 0 });
		expect(await postOne(connection, b1.document(), { target: 'journalVoucher' })).toMatchObject({
			outcome: 'uncertain',
			retrySafe: false,
		});
		const counters = JSON.stringify(await b1.counters());
		expect(counters).toMatch(/JournalVouchersService_Add/);
	});
});

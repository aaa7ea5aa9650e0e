import { Company, entry, errorOf, versions } from './company';

function form(files: [string, string | Buffer][], { boundary = 'form', name = 'files' } = {}): Buffer {
	const parts = files.map(([fileName, content]) =>
		Buffer.concat([
			Buffer.from(
				`--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
			),
			Buffer.from(content),
			Buffer.from('\r\n'),
		]),
	);
	return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}

const headers = { 'content-type': 'multipart/form-data; boundary=form' };
const bytes = Buffer.from([0, 255, 13, 10, 13, 10, 45, 45, 102, 0]);

describe.each(versions)('attachments with %s', (version) => {
	const path = (rest: string) => `/b1s/${version}/${rest}`;
	let company: Company;

	beforeEach(async () => {
		company = await new Company().login(version);
	});

	test('come in as a form and go out byte for byte', async () => {
		const reply = await company.post(
			path('Attachments2'),
			form([
				['receipt.one.pdf', bytes],
				['b.txt', 'hello'],
			]),
			headers,
		);
		expect(reply.status).toBe(201);
		expect(reply.json).toMatchObject({
			AbsoluteEntry: 1,
			Attachments2_Lines: [
				{ FileName: 'receipt.one', FileExtension: 'pdf', LineNum: 1 },
				{ FileName: 'b', LineNum: 2 },
			],
		});
		expect((await company.get(path('Attachments2(1)/$value'))).bytes.equals(bytes)).toBe(true);
		expect((await company.get(path("Attachments2(1)/$value?filename='b.txt'"))).text).toBe('hello');
		expect((await company.get(path("Attachments2(1)/$value?filename='c.txt'"))).status).toBe(404);
	});

	test('are added to or overwritten by name, and linked from an entry', async () => {
		await company.post(path('Attachments2'), form([['a.txt', '1']]), headers);
		expect(
			(
				await company.send(
					'PATCH',
					path('Attachments2(1)'),
					form([
						['a.txt', '2'],
						['b.txt', '3'],
					]),
					headers,
				)
			).status,
		).toBe(204);
		expect((await company.get(path('Attachments2(1)'))).json.Attachments2_Lines).toHaveLength(2);
		expect((await company.get(path("Attachments2(1)/$value?filename='a.txt'"))).text).toBe('2');
		expect((await company.post(path('JournalEntries'), entry({ AttachmentEntry: 1 }))).json.AttachmentEntry).toBe(1);
	});

	test('get day and time behind a name that another attachment has in the folder, and are never removed', async () => {
		await company.post(path('Attachments2'), form([['a.txt', '1']]), headers);
		const second = await company.post(path('Attachments2'), form([['A.TXT', '2']]), headers);
		expect(second.json.Attachments2_Lines[0].FileName).toMatch(/^A_15052024\d{6}$/);
		expect((await company.get(path("Attachments2(1)/$value?filename='a.txt'"))).text).toBe('1');
		const removed = await company.send('DELETE', path('Attachments2(1)'));
		expect([removed.status, errorOf(removed).code]).toEqual([400, 220]);
	});

	test.each<[string, Buffer | string, Record<string, string>, number]>([
		['a quoted boundary', form([['a.txt', '1']]), { 'content-type': 'multipart/form-data; boundary="form"' }, 405],
		['another part name', form([['a.txt', '1']], { name: 'file' }), headers, 400],
		['a type that is not allowed', form([['a.exe', '1']]), headers, 400],
		['a body cut off', form([['a.txt', '1']]).subarray(0, 60), headers, 400],
		['JSON', '{}', { 'content-type': 'application/json' }, 400],
	])('are refused with %s', async (_case, body, withHeaders, status) => {
		expect((await company.post(path('Attachments2'), body, withHeaders)).status).toBe(status);
		expect((await company.get(path('Attachments2/$count'))).text).toBe('0');
	});

	test('need a folder', async () => {
		company.load({ company: { AttachmentsFolderPath: '' } });
		expect(errorOf(await company.post(path('Attachments2'), form([['a.txt', '1']]), headers)).code).toBe(-5002);
	});
});

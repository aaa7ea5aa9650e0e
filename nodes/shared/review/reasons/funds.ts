import { byPerson, inBusinessOne, inConcur, inMapping, type ReasonRule } from '../rules';

/** Reasons that only funds documents have; the others are those of postings. */
export const FUNDS_REASONS = {
	'missing-source-id': byPerson({
		en: 'The document cannot be told from others. Fetch it again; if it stays so, report it to SAP Concur support.',
		de: [
			'Dem Beleg fehlt die Nummer der Anfrage oder Abrechnung.',
			'Holen Sie den Beleg noch einmal. Bleibt es so, melden Sie es dem Support von SAP Concur.',
		],
		fr: [
			'Le numéro de la demande ou de la note de frais manque.',
			'Récupérez-le à nouveau. Si cela reste, signalez-le au support de SAP Concur.',
		],
		es: [
			'Falta el número de la solicitud o del informe.',
			'Obténgalo de nuevo. Si sigue así, comuníquelo al soporte de SAP Concur.',
		],
	}),
	'unknown-instruction': byPerson({
		en: 'Nothing was reserved or released. Keep the document and check whether the connector needs an update.',
		de: [
			'Die Anweisung des Belegs ist nicht bekannt.',
			'Nichts wurde reserviert oder freigegeben. Prüfen Sie, ob das Paket ein Update braucht.',
		],
		fr: [
			'L’instruction du document est inconnue.',
			'Rien n’a été réservé ni libéré. Vérifiez si le module doit être mis à jour.',
		],
		es: [
			'La instrucción del documento es desconocida.',
			'No se reservó ni liberó nada. Compruebe si el paquete necesita una actualización.',
		],
	}),
	'reused-id': byPerson({
		en: 'Nothing was changed. Compare the two in Concur, and report it to SAP Concur support.',
		de: [
			'Unter derselben Nummer kam ein anderer Inhalt.',
			'Nichts wurde geändert. Vergleichen Sie beide in Concur, und melden Sie es dem Support von SAP Concur.',
		],
		fr: [
			'Un autre contenu est venu sous le même numéro.',
			'Rien n’a changé. Comparez les deux dans Concur, et signalez-le au support de SAP Concur.',
		],
		es: [
			'Con el mismo número llegó otro contenido.',
			'No se cambió nada. Compare los dos en Concur, y comuníquelo al soporte de SAP Concur.',
		],
	}),
	'lost-baseline': inConcur({
		en: 'Nothing was reserved. Recall the document in Concur and submit it again, so that it comes with all its entries.',
		de: [
			'Der Beleg kam ohne alle seine Ausgaben.',
			'Nichts wurde reserviert. Rufen Sie den Beleg in Concur zurück und reichen Sie ihn neu ein.',
		],
		fr: [
			'Le document est venu sans toutes ses dépenses.',
			'Rien n’a été réservé. Rappelez le document dans Concur et soumettez-le à nouveau.',
		],
		es: ['El documento llegó sin todos sus gastos.', 'No se reservó nada. Retire el documento en Concur y envíelo de nuevo.'],
	}),
	'no-budget': inBusinessOne({
		en: 'Create the budget in B1 (Financials > Budget Setup), or let accounts without a budget pass.',
		de: [
			'Für das Konto gibt es kein Budget.',
			'Legen Sie das Budget in B1 an (Finanzwesen > Budget), oder lassen Sie Konten ohne Budget zu.',
		],
		fr: [
			'Le compte n’a pas de budget.',
			'Créez le budget dans B1 (Finances > Budget), ou laissez passer les comptes sans budget.',
		],
		es: [
			'La cuenta no tiene presupuesto.',
			'Cree el presupuesto en B1 (Finanzas > Presupuesto), o admita cuentas sin presupuesto.',
		],
	}),
	'other-currency': inMapping({
		en: 'Budgets are kept in the company currency. Give a rate and let documents be converted, or decide by hand.',
		de: [
			'Der Beleg hat eine andere Währung als die Firma.',
			'Budgets stehen in der Firmenwährung. Nennen Sie einen Kurs, oder entscheiden Sie von Hand.',
		],
		fr: [
			'Le document a une autre devise que la société.',
			'Les budgets sont dans la devise de la société. Nommez un cours, ou décidez à la main.',
		],
		es: [
			'El documento tiene otra moneda que la sociedad.',
			'Los presupuestos están en la moneda de la sociedad. Nombre un tipo de cambio, o decida a mano.',
		],
	}),
} as const satisfies Record<string, ReasonRule>;

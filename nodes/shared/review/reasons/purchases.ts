import { byPerson, inBusinessOne, inMapping, type ReasonRule } from '../rules';

/** Items and orders of invoices that become invoices of B1. */
export const purchases = {
	'invoice-item-missing': inMapping({
		en: 'Give the line an item code in Concur, or name an item for such lines in the mapping (Item of Lines Without One).',
		de: [
			'Eine Zeile der Rechnung nennt keinen Artikel.',
			'Geben Sie der Zeile in Concur einen Artikelcode, oder nennen Sie in der Zuordnung einen Artikel für solche Zeilen.',
		],
		fr: [
			'Une ligne de la facture ne nomme aucun article.',
			'Donnez à la ligne un code article dans Concur, ou indiquez un article pour ces lignes dans l’affectation.',
		],
		es: [
			'Una línea de la factura no nombra ningún artículo.',
			'Dé a la línea un código de artículo en Concur, o indique en la asignación un artículo para esas líneas.',
		],
	}),
	'item-not-usable': inBusinessOne({
		en: 'Create or activate the item in B1 as one that is purchased, or correct the item code of the line in Concur.',
		de: [
			'Der Artikel einer Zeile kann in B1 nicht eingekauft werden.',
			'Legen Sie den Artikel in B1 als Einkaufsartikel an oder aktivieren Sie ihn, oder berichtigen Sie den Artikelcode in Concur.',
		],
		fr: [
			'L’article d’une ligne ne peut pas être acheté dans B1.',
			'Créez ou activez l’article dans B1 comme article acheté, ou corrigez le code article dans Concur.',
		],
		es: [
			'El artículo de una línea no se puede comprar en B1.',
			'Cree o active el artículo en B1 como artículo de compra, o corrija el código de artículo en Concur.',
		],
	}),
	'base-document-differs': byPerson({
		en: 'Compare the invoice with the order and the goods receipts in B1. Correct what is wrong, in Concur or in B1, or enter the invoice in B1 by hand.',
		de: [
			'Die Rechnung passt nicht zu ihrer Bestellung oder zum Wareneingang in B1.',
			'Vergleichen Sie die Rechnung mit der Bestellung und den Wareneingängen in B1, und berichtigen Sie, was falsch ist.',
		],
		fr: [
			'La facture ne correspond pas à sa commande ou à l’entrée de marchandises dans B1.',
			'Comparez la facture avec la commande et les entrées de marchandises dans B1, et corrigez ce qui est faux.',
		],
		es: [
			'La factura no coincide con su pedido o con la entrada de mercancías en B1.',
			'Compare la factura con el pedido y las entradas de mercancías en B1, y corrija lo que esté mal.',
		],
	}),
} as const satisfies Record<string, ReasonRule>;

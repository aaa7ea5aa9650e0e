import { inBusinessOne, inConcur, inMapping, type ReasonRule } from '../rules';

/** Reasons in taxes, of the document, the mapping and B1. */
export const taxes = {
	'tax-without-detail': inConcur({
		en: 'Check the tax configuration of this expense type and country in Concur: the amounts contain tax, but no tax row says which.',
		de: [
			'Die Beträge enthalten Steuer, aber keine Steuerzeile sagt welche.',
			'Prüfen Sie in Concur die Steuereinstellung dieser Spesenart und dieses Landes.',
		],
		fr: [
			'Les montants contiennent une taxe, mais aucune ligne de taxe ne dit laquelle.',
			'Vérifiez dans Concur le réglage des taxes de ce type de dépense et de ce pays.',
		],
		es: [
			'Los importes contienen impuesto, pero ninguna línea de impuesto dice cuál.',
			'Revise en Concur la configuración de impuestos de este tipo de gasto y país.',
		],
	}),
	'tax-arithmetic': inConcur({
		en: 'Check the tax amounts of this entry in Concur: net, tax and gross do not fit together.',
		de: ['Netto, Steuer und Brutto passen nicht zusammen.', 'Prüfen Sie die Steuerbeträge dieser Ausgabe in Concur.'],
		fr: ['Le hors taxe, la taxe et le total ne concordent pas.', 'Vérifiez les montants de taxe de cette dépense dans Concur.'],
		es: ['El neto, el impuesto y el total no concuerdan.', 'Revise los importes de impuesto de este gasto en Concur.'],
	}),
	'invoice-total-mismatch': inConcur({
		en: 'Check the invoice in Concur: its lines, shipping and tax do not add up to its total.',
		de: ['Positionen, Versand und Steuer ergeben nicht die Summe der Rechnung.', 'Prüfen Sie die Rechnung in Concur.'],
		fr: ['Les lignes, le transport et la taxe ne donnent pas le total de la facture.', 'Vérifiez la facture dans Concur.'],
		es: ['Las líneas, el envío y el impuesto no suman el total de la factura.', 'Revise la factura en Concur.'],
	}),
	'unmapped-tax': inMapping({
		en: 'Add this Concur tax code to the tax codes of the mapping, with the B1 tax group it stands for.',
		de: [
			'Einem Steuercode von Concur ist keine Steuergruppe zugeordnet.',
			'Nehmen Sie den Steuercode mit seiner Steuergruppe von B1 in die Zuordnung auf.',
		],
		fr: [
			'Un code de taxe de Concur n’a pas de groupe de taxe.',
			'Ajoutez le code de taxe, avec son groupe de taxe de B1, au paramétrage.',
		],
		es: [
			'Un código de impuesto de Concur no tiene grupo de impuestos.',
			'Añada el código de impuesto, con su grupo de B1, a la asignación.',
		],
	}),
	'no-purchase-invoice': inMapping({
		en: 'Map its taxes so that each line has one tax code, or let invoices become journal entries (Invoices Become in the mapping).',
		de: [
			'Aus der Rechnung kann keine Eingangsrechnung in B1 werden.',
			'Ordnen Sie die Steuern so zu, dass jede Zeile einen Steuercode hat, oder lassen Sie Rechnungen zu Journaleinträgen werden.',
		],
		fr: [
			'Le document ne peut pas devenir une facture fournisseur dans B1.',
			'Affectez les taxes de sorte que chaque ligne ait un seul code, ou laissez les factures devenir des écritures.',
		],
		es: [
			'El documento no puede ser una factura de proveedor en B1.',
			'Asigne los impuestos de modo que cada línea tenga un solo código, o deje que las facturas sean asientos.',
		],
	}),
	'invoice-tax-differs': inMapping({
		en: 'Compare the rate of the tax code in B1 with the invoice. Map the tax to the code of the right rate, or let invoices become journal entries.',
		de: [
			'Die Steuer der Rechnung ist eine andere, als der Satz in B1 ergibt.',
			'Vergleichen Sie den Satz des Steuercodes in B1 mit der Rechnung, und ordnen Sie den Code des richtigen Satzes zu.',
		],
		fr: [
			'La taxe de la facture diffère de celle que donne le taux dans B1.',
			'Comparez le taux du code de taxe dans B1 avec la facture, et affectez le code du bon taux.',
		],
		es: [
			'El impuesto de la factura difiere del que da la tasa en B1.',
			'Compare la tasa del código de impuesto en B1 con la factura, y asigne el código de la tasa correcta.',
		],
	}),
	'reverse-charge': inMapping({
		en: 'B1 takes tax groups of reverse charge and acquisition in no manual journal entry. Enter the document in B1 as an A/P invoice, or name both plain accounts beside the tax code in the mapping (tax account and account of the tax owed).',
		de: [
			'Die Steuergruppe ist eine der Umkehrung der Steuerschuld oder des Erwerbs.',
			'B1 nimmt sie in keinem manuellen Journaleintrag. Erfassen Sie eine Eingangsrechnung, oder nennen Sie in der Zuordnung beide Konten neben dem Steuercode.',
		],
		fr: [
			'Le groupe de taxe est un groupe d’autoliquidation ou d’acquisition.',
			'B1 ne l’accepte dans aucune écriture manuelle. Saisissez une facture fournisseur, ou nommez les deux comptes à côté du code de taxe.',
		],
		es: [
			'El grupo de impuestos es de inversión del sujeto pasivo o de adquisición.',
			'B1 no lo admite en ningún asiento manual. Registre una factura de proveedor, o nombre las dos cuentas junto al código de impuesto.',
		],
	}),
	'missing-tax-account': inMapping({
		en: 'Name the tax account beside the tax code in the mapping, or give the tax group a tax account in B1 (Tax Groups - Setup).',
		de: [
			'Der Steuergruppe fehlt das Steuerkonto.',
			'Nennen Sie das Steuerkonto neben dem Steuercode, oder geben Sie der Steuergruppe in B1 eines.',
		],
		fr: [
			'Le groupe de taxe n’a pas de compte de taxe.',
			'Nommez le compte de taxe à côté du code, ou donnez-en un au groupe de taxe dans B1.',
		],
		es: [
			'Al grupo de impuestos le falta la cuenta de impuesto.',
			'Nombre la cuenta de impuesto junto al código, o dé una al grupo de impuestos en B1.',
		],
	}),
	'tax-group-not-found': inBusinessOne({
		en: 'Create the tax group in B1 (Administration > Setup > Financials > Tax), or correct the tax mapping.',
		de: ['Die Steuergruppe gibt es in B1 nicht.', 'Legen Sie sie in B1 an, oder berichtigen Sie die Steuerzuordnung.'],
		fr: ['Le groupe de taxe n’existe pas dans B1.', 'Créez-le dans B1, ou corrigez le paramétrage des taxes.'],
		es: ['El grupo de impuestos no existe en B1.', 'Créelo en B1, o corrija la asignación de impuestos.'],
	}),
	'tax-group-output': inMapping({
		en: 'Name a tax group of input tax (purchases) in the tax codes of the mapping.',
		de: ['Die Steuergruppe ist in B1 eine der Ausgangssteuer.', 'Nennen Sie in der Zuordnung eine Steuergruppe der Vorsteuer.'],
		fr: [
			'Le groupe de taxe est un groupe de taxe collectée dans B1.',
			'Nommez un groupe de taxe déductible dans le paramétrage.',
		],
		es: ['El grupo de impuestos es de impuesto repercutido en B1.', 'Nombre un grupo de impuesto soportado en la asignación.'],
	}),
	'tax-group-inactive': inBusinessOne({
		en: 'Activate the tax group in B1, or correct the tax mapping.',
		de: ['Die Steuergruppe ist in B1 nicht aktiv.', 'Aktivieren Sie sie in B1, oder berichtigen Sie die Steuerzuordnung.'],
		fr: ['Le groupe de taxe est inactif dans B1.', 'Activez-le dans B1, ou corrigez le paramétrage des taxes.'],
		es: ['El grupo de impuestos está inactivo en B1.', 'Actívelo en B1, o corrija la asignación de impuestos.'],
	}),
} as const satisfies Record<string, ReasonRule>;

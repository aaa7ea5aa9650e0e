import type { InLanguages } from '../rules';

/** Remarks that do not stop a posting. The English sentence stands where each is found, with its figures. */
export const WARNINGS = {
	'date-moved': {
		de: 'Das Buchungsdatum wurde verschoben.',
		fr: 'La date de comptabilisation a été déplacée.',
		es: 'La fecha de contabilización se ha movido.',
	},
	'other-companies': {
		de: 'Teile des Belegs gehören anderen Firmen und werden dort gebucht.',
		fr: 'Des parties du document appartiennent à d’autres sociétés et y sont comptabilisées.',
		es: 'Partes del documento pertenecen a otras sociedades y se contabilizan allí.',
	},
	'advance-account-in-journal': {
		de: 'Das Konto des Barvorschusses steht auch in einer Buchungszeile.',
		fr: 'Le compte de l’avance figure aussi dans une ligne comptable.',
		es: 'La cuenta del anticipo está también en una línea contable.',
	},
	'difference-within-tolerance': {
		de: 'Der Beleg hat eine Differenz innerhalb der Toleranz.',
		fr: 'Le document a un écart dans la tolérance.',
		es: 'El documento tiene una diferencia dentro de la tolerancia.',
	},
	'paid-by-card': {
		de: 'Der Beleg wird mit einer Karte bezahlt; prüfen Sie, dass B1 ihn nicht noch einmal zahlt.',
		fr: 'Le document est payé par carte ; vérifiez que B1 ne le paie pas une seconde fois.',
		es: 'El documento se paga con tarjeta; compruebe que B1 no lo pague otra vez.',
	},
	'paid-by-payroll': {
		de: 'Der Beleg wird mit dem Lohn erstattet; prüfen Sie, dass B1 ihn nicht noch einmal zahlt.',
		fr: 'Le document est remboursé par la paie ; vérifiez que B1 ne le paie pas une seconde fois.',
		es: 'El documento se reembolsa con la nómina; compruebe que B1 no lo pague otra vez.',
	},
	'paid-by-concur': {
		de: 'Concur zahlt den Beleg selbst; prüfen Sie, dass B1 ihn nicht noch einmal zahlt.',
		fr: 'Concur paie le document lui-même ; vérifiez que B1 ne le paie pas une seconde fois.',
		es: 'Concur paga el documento; compruebe que B1 no lo pague otra vez.',
	},
	'paid-by-service': {
		de: 'Ein anderer Dienst zahlt den Beleg; prüfen Sie, dass B1 ihn nicht noch einmal zahlt.',
		fr: 'Un autre service paie le document ; vérifiez que B1 ne le paie pas une seconde fois.',
		es: 'Otro servicio paga el documento; compruebe que B1 no lo pague otra vez.',
	},
	'tax-without-code': {
		de: 'Ein Teil der Steuer hat keinen Steuercode und bleibt in den Kosten.',
		fr: 'Une partie de la taxe n’a pas de code et reste dans les charges.',
		es: 'Una parte del impuesto no tiene código y queda en el gasto.',
	},
	'header-tax-in-cost': {
		de: 'Die Steuer aus dem Kopf der Rechnung bleibt in den Kosten.',
		fr: 'La taxe de l’en-tête de la facture reste dans les charges.',
		es: 'El impuesto de la cabecera de la factura queda en el gasto.',
	},
	'tax-above-rate': {
		de: 'Eine Steuer ist höher, als ihr Satz vom Nettobetrag ergibt.',
		fr: 'Une taxe dépasse ce que donne son taux sur le montant net.',
		es: 'Un impuesto supera lo que da su tasa sobre el importe neto.',
	},
	'tax-base-without-rate': {
		de: 'Zu einer Steuer in fremder Währung fehlt ein Kurs für die Bemessungsgrundlage.',
		fr: 'Il manque un cours pour la base d’une taxe en devise étrangère.',
		es: 'Falta un tipo de cambio para la base de un impuesto en moneda extranjera.',
	},
	'unreadable-terms': {
		de: 'Die Zahlungsfrist der Rechnung ist nicht lesbar.',
		fr: 'Le délai de paiement de la facture est illisible.',
		es: 'El plazo de pago de la factura no se puede leer.',
	},
	'tax-base-unknown': {
		de: 'Zu einer Steuer ist die Bemessungsgrundlage nicht bekannt.',
		fr: 'La base d’une taxe n’est pas connue.',
		es: 'No se conoce la base de un impuesto.',
	},
	'later-revision': {
		de: 'Dies ist eine spätere Fassung einer gebuchten Abrechnung.',
		fr: 'Ceci est une version ultérieure d’une note de frais comptabilisée.',
		es: 'Esta es una versión posterior de un informe contabilizado.',
	},
} as const satisfies Record<string, InLanguages<string>>;

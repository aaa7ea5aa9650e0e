import { alwaysByPerson, byPerson, inConcur, type ReasonRule } from '../rules';

const RESUBMIT = {
	de: 'Rufen Sie die Abrechnung in Concur zurück und reichen Sie sie neu ein.',
	fr: 'Rappelez le document dans Concur et soumettez-le à nouveau.',
	es: 'Retire el documento en Concur y envíelo de nuevo.',
};

const RESUBMIT_OR_SUPPORT = {
	en: 'Recall the report in Concur and resubmit it; if it comes back unchanged, report it to SAP Concur support.',
	de: `${RESUBMIT.de} Bleibt es so, melden Sie es dem Support von SAP Concur.`,
	fr: `${RESUBMIT.fr} S’il revient inchangé, signalez-le au support de SAP Concur.`,
	es: `${RESUBMIT.es} Si vuelve igual, comuníquelo al soporte de SAP Concur.`,
};

const SUPPORT = {
	de: 'Behalten Sie den Beleg und melden Sie es dem Support von SAP Concur.',
	fr: 'Gardez le document et signalez-le au support de SAP Concur.',
	es: 'Conserve el documento y comuníquelo al soporte de SAP Concur.',
};

/** Reasons in what a document says, or does not say. */
export const documents = {
	'missing-account': inConcur({
		en: 'Give the expense type an account code in Concur (Accounting Administration), or set a default expense account in the mapping.',
		de: [
			'Einer Buchungszeile fehlt das Konto.',
			'Geben Sie der Spesenart in Concur ein Konto, oder nennen Sie in der Zuordnung ein Standardkonto.',
		],
		fr: [
			'Une ligne comptable n’a pas de compte.',
			'Donnez un compte au type de dépense dans Concur, ou nommez un compte par défaut dans le paramétrage.',
		],
		es: [
			'A una línea contable le falta la cuenta.',
			'Dé una cuenta al tipo de gasto en Concur, o nombre una cuenta por defecto en la asignación.',
		],
	}),
	'entry-total-mismatch': inConcur({
		en: RESUBMIT_OR_SUPPORT.en,
		de: ['Die Buchungszeilen einer Ausgabe ergeben nicht ihren genehmigten Betrag.', RESUBMIT_OR_SUPPORT.de],
		fr: ['Les lignes comptables d’une dépense ne donnent pas son montant approuvé.', RESUBMIT_OR_SUPPORT.fr],
		es: ['Las líneas contables de un gasto no suman su importe aprobado.', RESUBMIT_OR_SUPPORT.es],
	}),
	'report-total-mismatch': inConcur({
		en: RESUBMIT_OR_SUPPORT.en,
		de: ['Die Ausgaben ergeben nicht die Summe der Abrechnung.', RESUBMIT_OR_SUPPORT.de],
		fr: ['Les dépenses ne donnent pas le total de la note de frais.', RESUBMIT_OR_SUPPORT.fr],
		es: ['Los gastos no suman el total del informe.', RESUBMIT_OR_SUPPORT.es],
	}),
	'missing-amount': inConcur({
		en: 'Recall and resubmit in Concur: a journal row came without its amount.',
		de: ['Einer Buchungszeile fehlt der Betrag.', RESUBMIT.de],
		fr: ['Une ligne comptable n’a pas de montant.', RESUBMIT.fr],
		es: ['A una línea contable le falta el importe.', RESUBMIT.es],
	}),
	'missing-vendor': inConcur({
		en: 'Give the invoice a vendor with a vendor code in Concur.',
		de: ['Die Rechnung nennt keinen Lieferanten.', 'Geben Sie der Rechnung in Concur einen Lieferanten mit Lieferantencode.'],
		fr: ['La facture ne nomme aucun fournisseur.', 'Donnez à la facture, dans Concur, un fournisseur avec son code.'],
		es: ['La factura no nombra ningún proveedor.', 'Dé a la factura en Concur un proveedor con su código.'],
	}),
	'missing-employee': inConcur({
		en: 'Give the employee an employee ID in the Concur profile.',
		de: ['Dem Beleg fehlt die Mitarbeiternummer.', 'Tragen Sie die Mitarbeiternummer im Profil von Concur ein.'],
		fr: ['Le matricule de l’employé manque.', 'Saisissez le matricule dans le profil Concur.'],
		es: ['Falta el número de empleado.', 'Introduzca el número de empleado en el perfil de Concur.'],
	}),
	'missing-currency': inConcur({
		en: 'Recall and resubmit in Concur: the document names no currency.',
		de: ['Der Beleg nennt keine Währung.', RESUBMIT.de],
		fr: ['Le document ne nomme aucune devise.', RESUBMIT.fr],
		es: ['El documento no nombra ninguna moneda.', RESUBMIT.es],
	}),
	'unreadable-amount': inConcur({
		en: 'Have the amount corrected in Concur; the document was not posted because a figure in it cannot be read exactly.',
		de: ['Ein Betrag ist nicht genau lesbar.', 'Lassen Sie den Betrag in Concur berichtigen.'],
		fr: ['Un montant ne peut pas être lu exactement.', 'Faites corriger le montant dans Concur.'],
		es: ['Un importe no se puede leer con exactitud.', 'Haga corregir el importe en Concur.'],
	}),
	'payable-decimals': inConcur({
		en: 'Have the amount corrected in Concur, or let B1 keep more decimals of the currency (Setup > Financials > Currencies).',
		de: [
			'Der Betrag hat mehr Nachkommastellen als seine Währung in B1.',
			'Lassen Sie den Betrag in Concur berichtigen, oder lassen Sie B1 mehr Nachkommastellen der Währung führen.',
		],
		fr: [
			'Le montant a plus de décimales que sa devise dans B1.',
			'Faites corriger le montant dans Concur, ou laissez B1 tenir plus de décimales de la devise.',
		],
		es: [
			'El importe tiene más decimales que su moneda en B1.',
			'Haga corregir el importe en Concur, o deje que B1 lleve más decimales de la moneda.',
		],
	}),
	'unreadable-date': byPerson({
		en: 'Find out which day is meant. Have the date corrected in Concur, or enter the document by hand: it is not posted under a guessed date.',
		de: [
			'Ein Datum ist nicht eindeutig lesbar.',
			'Klären Sie, welcher Tag gemeint ist, und lassen Sie das Datum in Concur berichtigen, oder buchen Sie von Hand.',
		],
		fr: [
			'Une date ne peut pas être lue avec certitude.',
			'Cherchez quel jour est voulu et faites corriger la date dans Concur, ou saisissez l’écriture à la main.',
		],
		es: [
			'Una fecha no se puede leer con certeza.',
			'Averigüe qué día es y haga corregir la fecha en Concur, o contabilice a mano.',
		],
	}),
	'no-rows': inConcur({
		en: 'Recall and resubmit in Concur: the document holds a total but no rows to post.',
		de: ['Der Beleg hat eine Summe, aber keine Zeilen zum Buchen.', RESUBMIT.de],
		fr: ['Le document a un total, mais aucune ligne à comptabiliser.', RESUBMIT.fr],
		es: ['El documento tiene un total, pero ninguna línea que contabilizar.', RESUBMIT.es],
	}),
	'no-company-side': byPerson({
		en: 'Neither or both sides of this journal row are the company. Keep the document and report it to SAP Concur support.',
		de: ['Keine oder beide Seiten einer Buchungszeile sind die Firma.', SUPPORT.de],
		fr: ['Aucun ou les deux côtés d’une ligne comptable sont la société.', SUPPORT.fr],
		es: ['Ninguno o los dos lados de una línea contable son la sociedad.', SUPPORT.es],
	}),
	'direction-sign-mismatch': byPerson({
		en: 'The direction of this row contradicts its sign. Keep the document and report it to SAP Concur support.',
		de: ['Richtung und Vorzeichen einer Buchungszeile widersprechen sich.', SUPPORT.de],
		fr: ['Le sens et le signe d’une ligne comptable se contredisent.', SUPPORT.fr],
		es: ['El sentido y el signo de una línea contable se contradicen.', SUPPORT.es],
	}),
	'unknown-document': byPerson({
		en: 'This kind of document is not known. Keep it and check whether the connector needs an update.',
		de: ['Diese Art von Beleg ist nicht bekannt.', 'Behalten Sie den Beleg und prüfen Sie, ob das Paket ein Update braucht.'],
		fr: ['Ce genre de document est inconnu.', 'Gardez le document et vérifiez si le module doit être mis à jour.'],
		es: ['Este tipo de documento es desconocido.', 'Conserve el documento y compruebe si el paquete necesita una actualización.'],
	}),
	'unreadable-document': alwaysByPerson({
		en: 'The document cannot be read. Fetch it again; if it stays unreadable, report it to SAP Concur support.',
		de: [
			'Der Beleg ist nicht lesbar.',
			'Holen Sie ihn noch einmal. Bleibt er unlesbar, melden Sie es dem Support von SAP Concur.',
		],
		fr: [
			'Le document ne peut pas être lu.',
			'Récupérez-le à nouveau. S’il reste illisible, signalez-le au support de SAP Concur.',
		],
		es: ['El documento no se puede leer.', 'Obténgalo de nuevo. Si sigue ilegible, comuníquelo al soporte de SAP Concur.'],
	}),
	'missing-document-id': alwaysByPerson({
		en: 'The document came without its FIS id, so it cannot be posted exactly once. Fetch it again from Concur.',
		de: [
			'Dem Beleg fehlt seine FIS-Nummer.',
			'Holen Sie den Beleg noch einmal aus Concur: ohne Nummer kann er nicht genau einmal gebucht werden.',
		],
		fr: [
			'Le document est venu sans son numéro FIS.',
			'Récupérez le document dans Concur : sans numéro il ne peut pas être comptabilisé exactement une fois.',
		],
		es: [
			'El documento llegó sin su número FIS.',
			'Obténgalo de nuevo de Concur: sin número no se puede contabilizar exactamente una vez.',
		],
	}),
	'amount-too-long': byPerson({
		en: 'The amount has more digits than a JSON number holds exactly. Enter the document by hand.',
		de: ['Ein Betrag hat mehr Stellen, als übertragen werden können.', 'Buchen Sie den Beleg von Hand.'],
		fr: ['Un montant a plus de chiffres qu’il n’est possible d’en transmettre.', 'Saisissez le document à la main.'],
		es: ['Un importe tiene más cifras de las que se pueden transmitir.', 'Registre el documento a mano.'],
	}),
} as const satisfies Record<string, ReasonRule>;

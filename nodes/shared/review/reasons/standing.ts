import { alwaysByPerson, byNobody, byPerson, inMapping, type ReasonRule } from '../rules';

/** Reasons in how a document stands: whose it is, and what became of it before. */
export const standing = {
	'cross-company-allocation': byPerson({
		en: 'Decide by hand: the allocations name another company than this one, and one journal entry cannot hold both.',
		de: [
			'Zuordnungen nennen eine andere Firma als diese.',
			'Entscheiden Sie von Hand: ein Journaleintrag kann nicht zwei Firmen enthalten.',
		],
		fr: [
			'Des affectations nomment une autre société que celle-ci.',
			'Décidez à la main : une écriture ne peut pas contenir deux sociétés.',
		],
		es: ['Hay imputaciones que nombran otra sociedad que esta.', 'Decida a mano: un asiento no puede contener dos sociedades.'],
	}),
	'company-not-named': inMapping({
		en: 'Fill in Company under Guards of the mapping: documents of another company are then kept out.',
		de: [
			'Zuordnungen nennen eine Firma, und die Zuordnungstabelle sagt nicht, welche diese hier ist.',
			'Tragen Sie unter Guards das Feld Company ein: Belege anderer Firmen bleiben dann draußen.',
		],
		fr: [
			'Des affectations nomment une société, et le paramétrage ne dit pas laquelle est celle-ci.',
			'Renseignez le champ Company sous Guards : les documents d’autres sociétés restent alors dehors.',
		],
		es: [
			'Hay imputaciones que nombran una sociedad, y la asignación no dice cuál es esta.',
			'Rellene el campo Company en Guards: los documentos de otras sociedades quedan entonces fuera.',
		],
	}),
	'b1-not-available': alwaysByPerson({
		en: 'Nothing was posted. The document is tried again; if this lasts, check the Service Layer and the credential.',
		de: [
			'Business One konnte nicht gefragt werden.',
			'Nichts wurde gebucht. Es wird wieder versucht; hält es an, prüfen Sie Service Layer und Zugangsdaten.',
		],
		fr: [
			'Business One n’a pas pu être interrogé.',
			'Rien n’a été comptabilisé. Un nouvel essai suit ; si cela dure, vérifiez le Service Layer et les identifiants.',
		],
		es: [
			'No se pudo consultar a Business One.',
			'No se contabilizó nada. Se intenta de nuevo; si dura, revise el Service Layer y las credenciales.',
		],
	}),
	'suspected-duplicate': alwaysByPerson({
		en: 'This report was already posted under another document id. Compare the two before anything is posted.',
		de: [
			'Diese Abrechnung wurde schon unter einer anderen Belegnummer gebucht.',
			'Vergleichen Sie beide, bevor etwas gebucht wird.',
		],
		fr: [
			'Cette note de frais a déjà été comptabilisée sous un autre numéro de document.',
			'Comparez les deux avant toute comptabilisation.',
		],
		es: ['Este informe ya se contabilizó con otro número de documento.', 'Compare los dos antes de contabilizar.'],
	}),
	'already-posted-revision': alwaysByPerson({
		en: 'An earlier revision of this report was posted. Decide whether to post this one as it is, or to reverse the first entry.',
		de: [
			'Eine frühere Fassung dieser Abrechnung ist gebucht.',
			'Entscheiden Sie, ob diese so gebucht oder der erste Eintrag storniert wird.',
		],
		fr: [
			'Une version antérieure de cette note de frais est comptabilisée.',
			'Décidez si celle-ci est comptabilisée telle quelle ou si la première écriture est contre-passée.',
		],
		es: [
			'Una versión anterior de este informe está contabilizada.',
			'Decida si esta se contabiliza tal cual o si se anula el primer asiento.',
		],
	}),
	'already-confirmed': alwaysByPerson({
		en: 'Concur has a result for this document already, or has taken it back. Check it there, and its journal entry, before anything is posted.',
		de: [
			'Concur hat für diesen Beleg schon ein Ergebnis oder hat ihn zurückgenommen.',
			'Prüfen Sie es in Concur und den Journaleintrag in B1, bevor etwas gebucht wird.',
		],
		fr: [
			'Concur a déjà un résultat pour ce document, ou l’a repris.',
			'Vérifiez dans Concur, et l’écriture dans B1, avant toute comptabilisation.',
		],
		es: [
			'Concur ya tiene un resultado de este documento, o lo ha retirado.',
			'Compruébelo en Concur, y el asiento en B1, antes de contabilizar.',
		],
	}),
	'test-user': byNobody({
		en: 'Nothing to do: documents of Concur test users are not posted. Switch on "post test users" to change that.',
		de: [
			'Der Beleg gehört einem Testbenutzer von Concur.',
			'Nichts zu tun: Belege von Testbenutzern werden nicht gebucht, außer die Zuordnung sagt es.',
		],
		fr: [
			'Le document est d’un utilisateur de test de Concur.',
			'Rien à faire : ces documents ne sont pas comptabilisés, sauf si le paramétrage le dit.',
		],
		es: [
			'El documento es de un usuario de prueba de Concur.',
			'Nada que hacer: estos documentos no se contabilizan, salvo que la asignación lo diga.',
		],
	}),
	'payroll-document': byNobody({
		en: 'Nothing to do here: payroll documents carry no accounts and belong to the payroll system.',
		de: ['Der Beleg gehört zur Lohnabrechnung.', 'Hier ist nichts zu tun.'],
		fr: ['Le document relève de la paie.', 'Rien à faire ici.'],
		es: ['El documento pertenece a la nómina.', 'Aquí no hay nada que hacer.'],
	}),
	'funds-document': byNobody({
		en: 'Nothing to post: funds documents reserve budget and are answered by the funds operation.',
		de: [
			'Der Beleg reserviert Budget und wird nicht gebucht.',
			'Nichts zu buchen: solche Belege beantwortet der Ablauf für Budgets.',
		],
		fr: [
			'Le document réserve un budget et ne se comptabilise pas.',
			'Rien à comptabiliser : le flux des budgets répond à ces documents.',
		],
		es: [
			'El documento reserva presupuesto y no se contabiliza.',
			'Nada que contabilizar: a estos documentos responde el flujo de presupuestos.',
		],
	}),
	'before-go-live': byPerson({
		en: 'The document is older than the go-live date of the mapping. Post it in the former system, or move the date.',
		de: [
			'Der Beleg ist älter als der Starttag der Zuordnung.',
			'Buchen Sie ihn im alten System, oder verschieben Sie den Starttag.',
		],
		fr: ['Le document est antérieur à la date de démarrage.', 'Comptabilisez-le dans l’ancien système, ou déplacez la date.'],
		es: ['El documento es anterior a la fecha de arranque.', 'Contabilícelo en el sistema anterior, o mueva la fecha.'],
	}),
	'wrong-ledger': inMapping({
		en: 'The document belongs to another Concur ledger. Add the ledger to the mapping, or route it to its company.',
		de: [
			'Der Beleg gehört zu einem anderen Hauptbuch von Concur.',
			'Nehmen Sie das Hauptbuch in die Zuordnung auf, oder leiten Sie den Beleg zu seiner Firma.',
		],
		fr: [
			'Le document relève d’un autre grand livre de Concur.',
			'Ajoutez le grand livre au paramétrage, ou dirigez le document vers sa société.',
		],
		es: [
			'El documento pertenece a otro libro mayor de Concur.',
			'Añada el libro mayor a la asignación, o dirija el documento a su sociedad.',
		],
	}),
} as const satisfies Record<string, ReasonRule>;

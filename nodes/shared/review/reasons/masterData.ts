import { inBusinessOne, inMapping, type ReasonRule } from '../rules';

/** Reasons in partners, cost objects, branches and user fields of B1. */
export const masterData = {
	'vendor-not-found': inBusinessOne({
		en: 'Create the business partner in B1 as a vendor, or add a row to the partner table of the mapping.',
		de: [
			'Der Geschäftspartner wurde in B1 nicht gefunden.',
			'Legen Sie ihn in B1 als Lieferanten an, oder ergänzen Sie die Partnertabelle der Zuordnung.',
		],
		fr: [
			'Le partenaire n’a pas été trouvé dans B1.',
			'Créez-le dans B1 comme fournisseur, ou complétez la table des partenaires du paramétrage.',
		],
		es: [
			'El socio de negocios no se encontró en B1.',
			'Créelo en B1 como proveedor, o complete la tabla de socios de la asignación.',
		],
	}),
	'vendor-inactive': inBusinessOne({
		en: 'Activate the business partner in B1 (Business Partner Master Data > General), or map to another one.',
		de: ['Der Geschäftspartner ist in B1 nicht aktiv.', 'Aktivieren Sie ihn in B1, oder ordnen Sie einen anderen zu.'],
		fr: ['Le partenaire est inactif dans B1.', 'Activez-le dans B1, ou affectez-en un autre.'],
		es: ['El socio de negocios está inactivo en B1.', 'Actívelo en B1, o asigne otro.'],
	}),
	'vendor-ambiguous': inMapping({
		en: 'More than one business partner fits. Add a row to the partner table of the mapping that names the right one.',
		de: ['Mehrere Geschäftspartner kommen in Frage.', 'Nennen Sie den richtigen in der Partnertabelle der Zuordnung.'],
		fr: ['Plusieurs partenaires conviennent.', 'Nommez le bon dans la table des partenaires du paramétrage.'],
		es: ['Hay varios socios de negocios posibles.', 'Nombre el correcto en la tabla de socios de la asignación.'],
	}),
	'vendor-type': inBusinessOne({
		en: 'The business partner is no vendor in B1. Map to the vendor record of the same person or company.',
		de: ['Der Geschäftspartner ist in B1 kein Lieferant.', 'Ordnen Sie den Lieferantenstamm derselben Person oder Firma zu.'],
		fr: ['Le partenaire n’est pas un fournisseur dans B1.', 'Affectez la fiche fournisseur de la même personne ou société.'],
		es: ['El socio de negocios no es proveedor en B1.', 'Asigne la ficha de proveedor de la misma persona o empresa.'],
	}),
	'vendor-currency': inBusinessOne({
		en: 'Set the business partner to "All Currencies" in B1, or post to a partner in this currency.',
		de: [
			'Der Geschäftspartner nimmt in B1 diese Währung nicht.',
			'Stellen Sie ihn in B1 auf alle Währungen, oder buchen Sie auf einen Partner in dieser Währung.',
		],
		fr: [
			'Le partenaire n’accepte pas cette devise dans B1.',
			'Réglez-le sur toutes les devises dans B1, ou prenez un partenaire dans cette devise.',
		],
		es: [
			'El socio de negocios no admite esta moneda en B1.',
			'Póngalo en todas las monedas en B1, o use un socio en esta moneda.',
		],
	}),
	'cost-center-not-found': inBusinessOne({
		en: 'Create the distribution rule in B1 (Cost Accounting > Distribution Rules), or map the Concur value to an existing one.',
		de: [
			'Die Verteilungsregel gibt es in B1 nicht.',
			'Legen Sie sie in B1 an (Kostenrechnung > Verteilungsregeln), oder ordnen Sie eine vorhandene zu.',
		],
		fr: [
			'La règle de répartition n’existe pas dans B1.',
			'Créez-la dans B1 (Comptabilité analytique > Règles de répartition), ou affectez-en une existante.',
		],
		es: [
			'La norma de reparto no existe en B1.',
			'Créela en B1 (Contabilidad de costes > Normas de reparto), o asigne una existente.',
		],
	}),
	'cost-center-inactive': inBusinessOne({
		en: 'Activate the distribution rule in B1 for this date, or map the Concur value to another one.',
		de: [
			'Die Verteilungsregel ist in B1 an diesem Tag nicht aktiv.',
			'Aktivieren Sie sie in B1 für diesen Tag, oder ordnen Sie eine andere zu.',
		],
		fr: [
			'La règle de répartition est inactive dans B1 à cette date.',
			'Activez-la dans B1 pour cette date, ou affectez-en une autre.',
		],
		es: ['La norma de reparto está inactiva en B1 en esta fecha.', 'Actívela en B1 para esta fecha, o asigne otra.'],
	}),
	'cost-center-wrong-dimension': inBusinessOne({
		en: 'The distribution rule belongs to another dimension in B1. Correct the cost object mapping.',
		de: ['Die Verteilungsregel gehört in B1 zu einer anderen Dimension.', 'Berichtigen Sie die Zuordnung der Kostenträger.'],
		fr: ['La règle de répartition appartient à une autre dimension dans B1.', 'Corrigez l’affectation des objets de coût.'],
		es: ['La norma de reparto pertenece a otra dimensión en B1.', 'Corrija la asignación de los objetos de coste.'],
	}),
	'cost-object-missing': inMapping({
		en: 'Give the line a distribution rule or a project: fill in the field in Concur, or name a constant value in the mapping.',
		de: [
			'Einer Zeile fehlt ein Kostenträger, den das Konto verlangt.',
			'Füllen Sie das Feld in Concur, oder nennen Sie in der Zuordnung einen festen Wert.',
		],
		fr: [
			'Une ligne n’a pas l’objet de coût que le compte exige.',
			'Remplissez le champ dans Concur, ou nommez une valeur fixe dans le paramétrage.',
		],
		es: [
			'A una línea le falta el objeto de coste que la cuenta exige.',
			'Rellene el campo en Concur, o nombre un valor fijo en la asignación.',
		],
	}),
	'project-not-found': inBusinessOne({
		en: 'Create the project in B1 (Administration > Setup > Financials > Projects), or map the Concur value to an existing one.',
		de: ['Das Projekt gibt es in B1 nicht.', 'Legen Sie es in B1 an, oder ordnen Sie ein vorhandenes zu.'],
		fr: ['Le projet n’existe pas dans B1.', 'Créez-le dans B1, ou affectez-en un existant.'],
		es: ['El proyecto no existe en B1.', 'Créelo en B1, o asigne uno existente.'],
	}),
	'project-inactive': inBusinessOne({
		en: 'Activate or extend the project in B1, or map the Concur value to another one.',
		de: [
			'Das Projekt ist in B1 an diesem Tag nicht aktiv.',
			'Aktivieren oder verlängern Sie es in B1, oder ordnen Sie ein anderes zu.',
		],
		fr: ['Le projet est inactif dans B1 à cette date.', 'Activez-le ou prolongez-le dans B1, ou affectez-en un autre.'],
		es: ['El proyecto está inactivo en B1 en esta fecha.', 'Actívelo o prolónguelo en B1, o asigne otro.'],
	}),
	'branch-not-found': inBusinessOne({
		en: 'Create or activate the branch in B1, or correct the branch mapping.',
		de: [
			'Die Filiale gibt es in B1 nicht, oder sie ist nicht aktiv.',
			'Legen Sie sie in B1 an oder aktivieren Sie sie, oder berichtigen Sie die Zuordnung.',
		],
		fr: ['La succursale n’existe pas dans B1 ou est inactive.', 'Créez-la ou activez-la dans B1, ou corrigez le paramétrage.'],
		es: ['La sucursal no existe en B1 o está inactiva.', 'Créela o actívela en B1, o corrija la asignación.'],
	}),
	'branch-missing': inMapping({
		en: 'The company works with branches. Set a branch path or a default branch in the mapping.',
		de: [
			'Die Firma arbeitet mit Filialen, und der Beleg nennt keine.',
			'Nennen Sie in der Zuordnung das Feld der Filiale oder eine Standardfiliale.',
		],
		fr: [
			'La société travaille avec des succursales, et le document n’en nomme pas.',
			'Nommez dans le paramétrage le champ de la succursale, ou une succursale par défaut.',
		],
		es: [
			'La sociedad trabaja con sucursales, y el documento no nombra ninguna.',
			'Nombre en la asignación el campo de la sucursal, o una sucursal por defecto.',
		],
	}),
	'user-field-not-found': inMapping({
		en: 'Correct the field in the user fields of the mapping, or create it in B1 (Tools > Customization Tools > User-Defined Fields - Management, Marketing Documents or Journal Entry).',
		de: ['Das Benutzerfeld gibt es in B1 nicht.', 'Legen Sie es in B1 an, oder berichtigen Sie die Zuordnung.'],
		fr: ['Le champ utilisateur n’existe pas dans B1.', 'Créez-le dans B1, ou corrigez le paramétrage.'],
		es: ['El campo de usuario no existe en B1.', 'Créelo en B1, o corrija la asignación.'],
	}),
	'user-field-value': inMapping({
		en: 'Let the mapping fill the field with a value that B1 takes there, or correct the field of the document in Concur.',
		de: ['Ein Wert passt nicht in das Benutzerfeld von B1.', 'Berichtigen Sie den Wert in Concur oder die Zuordnung.'],
		fr: ['Une valeur ne convient pas au champ utilisateur de B1.', 'Corrigez la valeur dans Concur ou le paramétrage.'],
		es: ['Un valor no cabe en el campo de usuario de B1.', 'Corrija el valor en Concur o la asignación.'],
	}),
	'user-field-missing': inMapping({
		en: 'Fill in the field of the document in Concur, or give the mapping another value for it.',
		de: [
			'Ein Benutzerfeld, das B1 verlangt, ist leer.',
			'Füllen Sie das Feld in Concur, oder nennen Sie in der Zuordnung einen Wert.',
		],
		fr: [
			'Un champ utilisateur que B1 exige est vide.',
			'Remplissez le champ dans Concur, ou nommez une valeur dans le paramétrage.',
		],
		es: ['Un campo de usuario que B1 exige está vacío.', 'Rellene el campo en Concur, o nombre un valor en la asignación.'],
	}),
} as const satisfies Record<string, ReasonRule>;

import { inBusinessOne, inMapping, type ReasonRule } from '../rules';

/** Reasons in accounts, of the mapping and of B1. */
export const accounts = {
	'unknown-payee': inMapping({
		en: 'Add this payer or payee code to the payee roles of the mapping (employee or card vendor).',
		de: [
			'Ein Zahler oder Zahlungsempfänger ist nicht bekannt.',
			'Nehmen Sie den Code in der Zuordnung in die Rollen der Zahlungsempfänger auf.',
		],
		fr: ['Un payeur ou un bénéficiaire est inconnu.', 'Ajoutez ce code aux rôles des bénéficiaires dans le paramétrage.'],
		es: ['Un pagador o beneficiario es desconocido.', 'Añada el código a las funciones de los beneficiarios en la asignación.'],
	}),
	'missing-clearing-account': inMapping({
		en: 'Give the payment type a clearing account in Concur, or set a default clearing account in the mapping.',
		de: [
			'Der Zahlungsart fehlt das Verrechnungskonto.',
			'Geben Sie der Zahlungsart in Concur ein Verrechnungskonto, oder nennen Sie eines in der Zuordnung.',
		],
		fr: [
			'Le mode de paiement n’a pas de compte d’attente.',
			'Donnez un compte d’attente au mode de paiement dans Concur, ou nommez-en un dans le paramétrage.',
		],
		es: [
			'A la forma de pago le falta la cuenta de compensación.',
			'Dé una cuenta de compensación a la forma de pago en Concur, o nombre una en la asignación.',
		],
	}),
	'missing-cash-advance-account': inMapping({
		en: 'Give the cash advance a clearing account in Concur, or set a default cash advance account in the mapping.',
		de: [
			'Dem Barvorschuss fehlt das Verrechnungskonto.',
			'Geben Sie dem Barvorschuss in Concur ein Verrechnungskonto, oder nennen Sie eines in der Zuordnung.',
		],
		fr: [
			'L’avance n’a pas de compte d’attente.',
			'Donnez un compte d’attente à l’avance dans Concur, ou nommez-en un dans le paramétrage.',
		],
		es: [
			'Al anticipo le falta la cuenta de compensación.',
			'Dé una cuenta de compensación al anticipo en Concur, o nombre una en la asignación.',
		],
	}),
	'missing-payroll-clearing': inMapping({
		en: 'Give the report a payroll clearing account in Concur, or pay employees through their vendor account in the mapping.',
		de: [
			'Der Abrechnung fehlt das Verrechnungskonto der Lohnabrechnung.',
			'Nennen Sie das Konto in Concur, oder zahlen Sie Mitarbeiter laut Zuordnung über ihr Lieferantenkonto.',
		],
		fr: [
			'La note de frais n’a pas de compte d’attente de la paie.',
			'Nommez le compte dans Concur, ou payez les employés par leur compte fournisseur.',
		],
		es: [
			'Al informe le falta la cuenta de compensación de la nómina.',
			'Nombre la cuenta en Concur, o pague a los empleados por su cuenta de proveedor.',
		],
	}),
	'unmapped-account': inMapping({
		en: 'Add this code to the account table of the mapping.',
		de: ['Ein Kontocode steht nicht in der Kontentabelle.', 'Nehmen Sie den Code in die Kontentabelle der Zuordnung auf.'],
		fr: ['Un code de compte manque dans la table des comptes.', 'Ajoutez le code à la table des comptes du paramétrage.'],
		es: ['Un código de cuenta no está en la tabla de cuentas.', 'Añada el código a la tabla de cuentas de la asignación.'],
	}),
	'missing-shipping-account': inMapping({
		en: 'Set the shipping account in the mapping, or let shipping stay in the expense.',
		de: [
			'Für den Versand ist kein Konto genannt.',
			'Nennen Sie in der Zuordnung das Versandkonto, oder lassen Sie den Versand in den Kosten.',
		],
		fr: [
			'Aucun compte n’est nommé pour le transport.',
			'Nommez le compte de transport dans le paramétrage, ou laissez le transport dans les charges.',
		],
		es: ['No hay cuenta para el envío.', 'Nombre la cuenta de envío en la asignación, o deje el envío en el gasto.'],
	}),
	'missing-liability-account': inMapping({
		en: 'Give the payment type a liability account in Concur, set a default liability account, or credit vendors instead.',
		de: [
			'Der Zahlungsart fehlt das Verbindlichkeitskonto.',
			'Nennen Sie das Konto in Concur oder in der Zuordnung, oder buchen Sie auf Lieferanten.',
		],
		fr: [
			'Le mode de paiement n’a pas de compte de dette.',
			'Nommez le compte dans Concur ou dans le paramétrage, ou créditez les fournisseurs.',
		],
		es: [
			'A la forma de pago le falta la cuenta de pasivo.',
			'Nombre la cuenta en Concur o en la asignación, o abone a proveedores.',
		],
	}),
	'missing-inter-branch-account': inMapping({
		en: 'Set the inter-branch account in the mapping: B1 pays and reconciles each branch by itself.',
		de: [
			'Der Beleg betrifft mehrere Filialen, und ein Verrechnungskonto zwischen ihnen fehlt.',
			'Nennen Sie das Verrechnungskonto zwischen Filialen in der Zuordnung.',
		],
		fr: [
			'Le document touche plusieurs succursales, et le compte de liaison manque.',
			'Nommez le compte de liaison entre succursales dans le paramétrage.',
		],
		es: [
			'El documento afecta a varias sucursales, y falta la cuenta entre ellas.',
			'Nombre la cuenta entre sucursales en la asignación.',
		],
	}),
	'missing-rounding-account': inMapping({
		en: 'Set the rounding account in the mapping.',
		de: ['Für Rundungsdifferenzen ist kein Konto genannt.', 'Nennen Sie das Rundungskonto in der Zuordnung.'],
		fr: ['Aucun compte n’est nommé pour les écarts d’arrondi.', 'Nommez le compte d’arrondi dans le paramétrage.'],
		es: ['No hay cuenta para las diferencias de redondeo.', 'Nombre la cuenta de redondeo en la asignación.'],
	}),
	'invalid-profile': inMapping({
		en: 'Correct the mapping profile.',
		de: ['Die Zuordnung enthält einen Fehler.', 'Berichtigen Sie die Zuordnung.'],
		fr: ['Le paramétrage contient une erreur.', 'Corrigez le paramétrage.'],
		es: ['La asignación contiene un error.', 'Corrija la asignación.'],
	}),
	'account-not-found': inBusinessOne({
		en: 'Create the account in B1 (Financials > Chart of Accounts), or correct the account mapping.',
		de: [
			'Das Konto gibt es in B1 nicht.',
			'Legen Sie das Konto in B1 an (Finanzwesen > Kontenplan), oder berichtigen Sie die Zuordnung.',
		],
		fr: ['Le compte n’existe pas dans B1.', 'Créez le compte dans B1 (Finances > Plan comptable), ou corrigez le paramétrage.'],
		es: ['La cuenta no existe en B1.', 'Cree la cuenta en B1 (Finanzas > Plan de cuentas), o corrija la asignación.'],
	}),
	'account-inactive': inBusinessOne({
		en: 'Activate the account in B1 (Chart of Accounts > Account Details), or map to another one.',
		de: ['Das Konto ist in B1 nicht aktiv.', 'Aktivieren Sie das Konto in B1, oder ordnen Sie ein anderes zu.'],
		fr: ['Le compte est inactif dans B1.', 'Activez le compte dans B1, ou affectez-en un autre.'],
		es: ['La cuenta está inactiva en B1.', 'Active la cuenta en B1, o asigne otra.'],
	}),
	'account-title': inBusinessOne({
		en: 'Use a postable account below this title account (Chart of Accounts), or correct the account mapping.',
		de: ['Das Konto ist in B1 ein Titelkonto.', 'Nehmen Sie ein bebuchbares Konto darunter, oder berichtigen Sie die Zuordnung.'],
		fr: ['Le compte est un compte titre dans B1.', 'Prenez un compte mouvementable au-dessous, ou corrigez le paramétrage.'],
		es: ['La cuenta es una cuenta de título en B1.', 'Use una cuenta imputable por debajo, o corrija la asignación.'],
	}),
	'account-control': inBusinessOne({
		en: 'A control account takes no direct posting in B1. Map to another account, or to a business partner.',
		de: ['Das Konto ist in B1 ein Abstimmkonto.', 'Ordnen Sie ein anderes Konto oder einen Geschäftspartner zu.'],
		fr: ['Le compte est un compte collectif dans B1.', 'Affectez un autre compte, ou un partenaire.'],
		es: ['La cuenta es una cuenta asociada en B1.', 'Asigne otra cuenta, o un socio de negocios.'],
	}),
	'account-blocked': inBusinessOne({
		en: 'Clear "Block Manual Posting" of the account in B1 (Chart of Accounts > Account Details), or map to another one.',
		de: [
			'Das Konto ist in B1 für manuelle Buchungen gesperrt.',
			'Heben Sie die Sperre im Kontenplan von B1 auf, oder ordnen Sie ein anderes Konto zu.',
		],
		fr: [
			'Le compte est bloqué pour les écritures manuelles dans B1.',
			'Levez le blocage dans le plan comptable de B1, ou affectez un autre compte.',
		],
		es: [
			'La cuenta está bloqueada para asientos manuales en B1.',
			'Quite el bloqueo en el plan de cuentas de B1, o asigne otra cuenta.',
		],
	}),
	'account-currency': inBusinessOne({
		en: 'Set the account to "All Currencies" in B1 (Chart of Accounts), or map to another one.',
		de: [
			'Das Konto nimmt in B1 diese Währung nicht.',
			'Stellen Sie das Konto in B1 auf alle Währungen, oder ordnen Sie ein anderes zu.',
		],
		fr: [
			'Le compte n’accepte pas cette devise dans B1.',
			'Réglez le compte sur toutes les devises dans B1, ou affectez-en un autre.',
		],
		es: ['La cuenta no admite esta moneda en B1.', 'Ponga la cuenta en todas las monedas en B1, o asigne otra.'],
	}),
} as const satisfies Record<string, ReasonRule>;

import { byPerson, inBusinessOne, inMapping, type ReasonRule } from '../rules';

/** Reasons in dates, posting periods, currencies and rates. */
export const datesAndRates = {
	'missing-date': inMapping({
		en: 'Choose another posting date rule in the mapping: the document has no such date.',
		de: [
			'Der Beleg hat das Datum nicht, nach dem gebucht werden soll.',
			'Wählen Sie in der Zuordnung eine andere Regel für das Buchungsdatum.',
		],
		fr: [
			'Le document n’a pas la date selon laquelle il doit être comptabilisé.',
			'Choisissez une autre règle de date de comptabilisation dans le paramétrage.',
		],
		es: [
			'El documento no tiene la fecha por la que se debe contabilizar.',
			'Elija otra regla de fecha de contabilización en la asignación.',
		],
	}),
	'period-locked': inBusinessOne({
		en: 'Unlock the posting period in B1 (Administration > System Initialization > Posting Periods), or choose another posting date rule.',
		de: [
			'Die Buchungsperiode ist in B1 gesperrt.',
			'Entsperren Sie die Periode in B1, oder wählen Sie eine andere Regel für das Buchungsdatum.',
		],
		fr: [
			'La période comptable est verrouillée dans B1.',
			'Déverrouillez la période dans B1, ou choisissez une autre règle de date.',
		],
		es: ['El período contable está bloqueado en B1.', 'Desbloquee el período en B1, o elija otra regla de fecha.'],
	}),
	'period-missing': inBusinessOne({
		en: 'Create the posting period in B1 (Administration > System Initialization > Posting Periods).',
		de: ['Für dieses Datum gibt es in B1 keine Buchungsperiode.', 'Legen Sie die Buchungsperiode in B1 an.'],
		fr: ['Aucune période comptable n’existe dans B1 pour cette date.', 'Créez la période comptable dans B1.'],
		es: ['Para esta fecha no hay período contable en B1.', 'Cree el período contable en B1.'],
	}),
	'date-out-of-range': inBusinessOne({
		en: 'Widen the window of this date in the posting period of B1, or let the mapping take the next open day.',
		de: [
			'Das Datum liegt außerhalb dessen, was die Buchungsperiode in B1 erlaubt.',
			'Erweitern Sie den Zeitraum in der Buchungsperiode von B1, oder nehmen Sie den nächsten offenen Tag.',
		],
		fr: [
			'La date est hors de ce que la période comptable permet dans B1.',
			'Élargissez la fenêtre de la période dans B1, ou prenez le prochain jour ouvert.',
		],
		es: [
			'La fecha está fuera de lo que permite el período contable en B1.',
			'Amplíe el intervalo del período en B1, o tome el próximo día abierto.',
		],
	}),
	'currency-not-found': inBusinessOne({
		en: 'Create the currency in B1 (Administration > Setup > Financials > Currencies), or name B1’s own code for it in the currency table of the mapping.',
		de: [
			'Die Währung gibt es in B1 nicht.',
			'Legen Sie sie in B1 an, oder nennen Sie den Code von B1 in der Währungstabelle der Zuordnung.',
		],
		fr: [
			'La devise n’existe pas dans B1.',
			'Créez-la dans B1, ou nommez le code de B1 dans la table des devises du paramétrage.',
		],
		es: ['La moneda no existe en B1.', 'Créela en B1, o nombre el código de B1 en la tabla de monedas de la asignación.'],
	}),
	'rate-not-in-document': inMapping({
		en: 'Choose Rate of B1 in the mapping, and enter the rate of the day in B1; it posts these documents with any rate.',
		de: [
			'Der Beleg nennt keinen einheitlichen Kurs.',
			'Wählen Sie in der Zuordnung den Kurs von B1, und tragen Sie dort den Tageskurs ein.',
		],
		fr: [
			'Le document ne nomme pas un cours unique.',
			'Choisissez le cours de B1 dans le paramétrage, et saisissez-y le cours du jour.',
		],
		es: [
			'El documento no nombra un tipo de cambio único.',
			'Elija el tipo de cambio de B1 en la asignación, y registre allí el del día.',
		],
	}),
	'rounding-over-cap': byPerson({
		en: 'The rounding difference is larger than allowed. Check the rate, or raise the cap.',
		de: ['Die Rundungsdifferenz ist größer als erlaubt.', 'Prüfen Sie den Kurs, oder erhöhen Sie die Grenze.'],
		fr: ['L’écart d’arrondi dépasse la limite.', 'Vérifiez le cours, ou relevez la limite.'],
		es: ['La diferencia de redondeo supera el límite.', 'Revise el tipo de cambio, o suba el límite.'],
	}),
} as const satisfies Record<string, ReasonRule>;

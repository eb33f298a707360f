/** Money and days as the app shows and reads them. */
export default [
	{
		name: 'amounts below nothing lose their sign',
		file: 'src/shared/money.ts',
		search: "amount < 0 ? '-' : ''",
		replace: "amount < 0 ? '' : ''",
		suite: 'jest',
		filter: 'src/shared/money.test.ts',
	},
	{
		name: 'amounts of less than one are not filled with zeros',
		file: 'src/shared/money.ts',
		search: '.padStart( decimals + 1,',
		replace: '.padStart( decimals,',
		suite: 'jest',
		filter: 'src/shared/money.test.ts',
	},
	{
		name: 'a day is moved by the computer’s zone',
		file: 'src/shared/dates.ts',
		search: 'date.setUTCDate( date.getUTCDate() + days );',
		replace: 'date.setUTCDate( date.getUTCDate() + days + 1 );',
		suite: 'jest',
		filter: 'src/shared/dates.test.ts',
	},
];

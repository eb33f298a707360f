import { __ } from '@wordpress/i18n';
import type { Named } from './names';

/** The units an agency bills in, of UN/ECE recommendation 20, in words. */
export const units = (): readonly Named[] => [
	{ code: 'C62', name: __( 'Piece', 'counterfoil' ) },
	{ code: 'HUR', name: __( 'Hour', 'counterfoil' ) },
	{ code: 'DAY', name: __( 'Day', 'counterfoil' ) },
	{ code: 'WEE', name: __( 'Week', 'counterfoil' ) },
	{ code: 'MON', name: __( 'Month', 'counterfoil' ) },
	{ code: 'QAN', name: __( 'Quarter', 'counterfoil' ) },
	{ code: 'ANN', name: __( 'Year', 'counterfoil' ) },
	{ code: 'LS', name: __( 'Lump sum', 'counterfoil' ) },
];

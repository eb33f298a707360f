import { __ } from '@wordpress/i18n';
import { registerList } from '../shared/list-block';
import metadata from './block.json';

registerList( metadata.name, {
	title: __( 'Invoices', 'counterfoil' ),
	heading: __( 'Your invoices', 'counterfoil' ),
	count: __( 'Number of invoices', 'counterfoil' ),
	help: __( 'If there are more, a link to all invoices is shown.', 'counterfoil' ),
} );

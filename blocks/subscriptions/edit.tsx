import { __ } from '@wordpress/i18n';
import { registerList } from '../shared/list-block';
import metadata from './block.json';

registerList( metadata.name, {
	title: __( 'Subscriptions', 'counterfoil' ),
	heading: __( 'Your subscriptions', 'counterfoil' ),
	count: __( 'Number of subscriptions', 'counterfoil' ),
	help: __( 'If there are more, a link to all subscriptions is shown.', 'counterfoil' ),
} );

import domReady from '@wordpress/dom-ready';
import { createRoot } from '@wordpress/element';
import { App } from './app';
import './style.scss';

domReady( () => {
	const root = document.getElementById( 'counterfoil' );
	if ( root ) {
		createRoot( root ).render( <App /> );
	}
} );

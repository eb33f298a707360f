import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { PanelBody, TextControl, ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Preview } from '../shared/preview';
import { register } from '../shared/register';
import metadata from './block.json';

type Attributes = { heading: string; lead: string; showLogo: boolean };

function Edit( { attributes, setAttributes }: BlockEditProps< Attributes > ) {
	return (
		<div { ...useBlockProps() }>
			<InspectorControls>
				<PanelBody title={ __( 'Login', 'counterfoil' ) }>
					<ToggleControl
						label={ __( 'Show logo', 'counterfoil' ) }
						checked={ attributes.showLogo }
						onChange={ ( showLogo ) => setAttributes( { showLogo } ) }
					/>
					<TextControl
						label={ __( 'Heading', 'counterfoil' ) }
						placeholder={ __( 'Log in', 'counterfoil' ) }
						value={ attributes.heading }
						onChange={ ( heading ) => setAttributes( { heading } ) }
					/>
					<TextControl
						label={ __( 'Text below the heading', 'counterfoil' ) }
						placeholder={ __( 'View and pay your invoices online.', 'counterfoil' ) }
						value={ attributes.lead }
						onChange={ ( lead ) => setAttributes( { lead } ) }
					/>
				</PanelBody>
			</InspectorControls>
			<Preview block={ metadata.name } attributes={ attributes } />
		</div>
	);
}

register< Attributes >( metadata.name, Edit );

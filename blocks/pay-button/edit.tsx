import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { PanelBody, TextControl, ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Preview } from '../shared/preview';
import { register } from '../shared/register';
import metadata from './block.json';

type Attributes = { label: string; isWide: boolean; hideWhenPaid: boolean };

function Edit( { attributes, setAttributes }: BlockEditProps< Attributes > ) {
	return (
		<div { ...useBlockProps() }>
			<InspectorControls>
				<PanelBody title={ __( 'Pay button', 'counterfoil' ) }>
					<TextControl
						label={ __( 'Label', 'counterfoil' ) }
						help={ __( 'The amount is always shown after it.', 'counterfoil' ) }
						placeholder={ __( 'Pay', 'counterfoil' ) }
						value={ attributes.label }
						onChange={ ( label ) => setAttributes( { label } ) }
					/>
					<ToggleControl
						label={ __( 'Full width', 'counterfoil' ) }
						checked={ attributes.isWide }
						onChange={ ( isWide ) => setAttributes( { isWide } ) }
					/>
					<ToggleControl
						label={ __( 'Hide when nothing is due', 'counterfoil' ) }
						checked={ attributes.hideWhenPaid }
						onChange={ ( hideWhenPaid ) => setAttributes( { hideWhenPaid } ) }
					/>
				</PanelBody>
			</InspectorControls>
			<Preview block={ metadata.name } attributes={ attributes } />
		</div>
	);
}

register< Attributes >( metadata.name, Edit );

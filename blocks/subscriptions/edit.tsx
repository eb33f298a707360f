import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { PanelBody, RangeControl, TextControl, ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Preview } from '../shared/preview';
import { register } from '../shared/register';
import metadata from './block.json';

type Attributes = { showHeading: boolean; heading: string; perPage: number };

function Edit( { attributes, setAttributes }: BlockEditProps< Attributes > ) {
	return (
		<div { ...useBlockProps() }>
			<InspectorControls>
				<PanelBody title={ __( 'Subscriptions', 'counterfoil' ) }>
					<ToggleControl
						label={ __( 'Show heading', 'counterfoil' ) }
						checked={ attributes.showHeading }
						onChange={ ( showHeading ) => setAttributes( { showHeading } ) }
					/>
					{ attributes.showHeading && (
						<TextControl
							label={ __( 'Heading', 'counterfoil' ) }
							placeholder={ __( 'Your subscriptions', 'counterfoil' ) }
							value={ attributes.heading }
							onChange={ ( heading ) => setAttributes( { heading } ) }
						/>
					) }
					<RangeControl
						label={ __( 'Number of subscriptions', 'counterfoil' ) }
						help={ __( 'If there are more, a link to all subscriptions is shown.', 'counterfoil' ) }
						min={ 1 }
						max={ 50 }
						value={ attributes.perPage }
						onChange={ ( perPage ) => setAttributes( { perPage: perPage ?? 5 } ) }
					/>
				</PanelBody>
			</InspectorControls>
			<Preview block={ metadata.name } attributes={ attributes } />
		</div>
	);
}

register< Attributes >( metadata.name, Edit );

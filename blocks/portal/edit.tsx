import './style.scss';

import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { PanelBody, RangeControl, TextControl, ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Preview } from '../shared/preview';
import { register } from '../shared/register';
import metadata from './block.json';

type Attributes = { showBrand: boolean; greeting: string; recent: number; perPage: number };

function Edit( { attributes, setAttributes }: BlockEditProps< Attributes > ) {
	return (
		<div { ...useBlockProps() }>
			<InspectorControls>
				<PanelBody title={ __( 'Portal', 'counterfoil' ) }>
					<ToggleControl
						label={ __( 'Show logo', 'counterfoil' ) }
						checked={ attributes.showBrand }
						onChange={ ( showBrand ) => setAttributes( { showBrand } ) }
					/>
					<TextControl
						label={ __( 'Greeting on the overview', 'counterfoil' ) }
						help={ __( 'Leave empty to greet people by name.', 'counterfoil' ) }
						value={ attributes.greeting }
						onChange={ ( greeting ) => setAttributes( { greeting } ) }
					/>
					<RangeControl
						label={ __( 'Recent invoices on the overview', 'counterfoil' ) }
						min={ 1 }
						max={ 20 }
						value={ attributes.recent }
						onChange={ ( recent ) => setAttributes( { recent: recent ?? 5 } ) }
					/>
					<RangeControl
						label={ __( 'Invoices per page', 'counterfoil' ) }
						min={ 5 }
						max={ 100 }
						value={ attributes.perPage }
						onChange={ ( perPage ) => setAttributes( { perPage: perPage ?? 20 } ) }
					/>
				</PanelBody>
			</InspectorControls>
			<Preview block={ metadata.name } attributes={ attributes } />
		</div>
	);
}

register< Attributes >( metadata.name, Edit );

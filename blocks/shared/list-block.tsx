import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { PanelBody, RangeControl, TextControl, ToggleControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Preview } from './preview';
import { register } from './register';

type Attributes = { showHeading: boolean; heading: string; perPage: number };

interface Words {
	readonly title: string;
	/** The heading where none is typed. */
	readonly heading: string;
	/** How many are shown, and what happens to the rest. */
	readonly count: string;
	readonly help: string;
}

/** A block that lists some of a client's things under a heading. */
export function registerList( name: string, words: Words ): void {
	register< Attributes >( name, function Edit( { attributes, setAttributes }: BlockEditProps< Attributes > ) {
		return (
			<div { ...useBlockProps() }>
				<InspectorControls>
					<PanelBody title={ words.title }>
						<ToggleControl
							label={ __( 'Show heading', 'counterfoil' ) }
							checked={ attributes.showHeading }
							onChange={ ( showHeading ) => setAttributes( { showHeading } ) }
						/>
						{ attributes.showHeading && (
							<TextControl
								label={ __( 'Heading', 'counterfoil' ) }
								placeholder={ words.heading }
								value={ attributes.heading }
								onChange={ ( heading ) => setAttributes( { heading } ) }
							/>
						) }
						<RangeControl
							label={ words.count }
							help={ words.help }
							min={ 1 }
							max={ 50 }
							value={ attributes.perPage }
							onChange={ ( perPage ) => setAttributes( { perPage: perPage ?? 5 } ) }
						/>
					</PanelBody>
				</InspectorControls>
				<Preview block={ name } attributes={ attributes } />
			</div>
		);
	} );
}

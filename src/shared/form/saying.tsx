/**
 * What WordPress' controls are given to say an error: they have a help below them, and nothing else. An error
 * stands in its place, is read out when it comes, and belongs to the field for assistive technology.
 */
export const saying = ( help: string | undefined, error: string | undefined ) => ( {
	className: `counterfoil-field${ error ? ' has-error' : '' }`,
	help: error ? <span role="alert">{ error }</span> : help || undefined,
	...( error ? { 'aria-invalid': true } : {} ),
	__nextHasNoMarginBottom: true as const,
	__next40pxDefaultSize: true as const,
} );

import './paper.scss';

import type { PaperLine, Paper } from '../contract/documents';
import { readable } from '../shared/contrast';

const NUMBERS = [ 'quantity', 'unit_price', 'discount', 'tax', 'amount' ] as const;

/** Millimetres; as includes/Documents/PageSize.php has them. */
const SHEETS: Record< Paper[ 'page' ], readonly [ number, number ] > = { a4: [ 210, 297 ], letter: [ 215.9, 279.4 ] };

type Column = ( typeof NUMBERS )[ number ];

/** Of the table's ordinary size; where this is not enough, numbers take two lines. */
const SMALLEST = 0.68;

/** What became of it since: it is not read as a demand any more. */
export interface Mark {
	readonly words: string;
	readonly look: 'paid' | 'void';
}

interface Props {
	paper: Paper;
	mark?: Mark | undefined;
}

/**
 * The invoice as a sheet of paper on the screen: what the PDF will look like, without its page breaks.
 * It takes the width of its column; sizes follow, as on a photograph of the page.
 *
 * @param props
 * @param props.paper What the server made of the invoice.
 * @param props.mark  Stands where the sum that is due would.
 */
export function InvoicePaper( { paper, mark }: Props ) {
	const [ width, height ] = SHEETS[ paper.page ];
	const style = {
		'--paper-width': width,
		'--paper-height': height,
		'--paper-accent': paper.accent,
		'--paper-accent-text': readable( paper.accent ),
	} as React.CSSProperties;

	return (
		<div className="counterfoil-paper" style={ style }>
			<article className="counterfoil-paper__sheet" lang={ paper.locale } dir={ paper.direction }>
				<Letterhead paper={ paper } />
				<div className="counterfoil-paper__parties">
					<PartyBlock party={ paper.seller } />
					<PartyBlock party={ paper.buyer } />
				</div>
				<Due paper={ paper } mark={ mark } />
				<Lines paper={ paper } />
				<div className="counterfoil-paper__end">
					{ /* What is paid or void is not asked for any more. */ }
					{ paper.transfer && ! mark && <Transfer transfer={ paper.transfer } /> }
					<Totals totals={ paper.totals } />
				</div>
				{ paper.notes.length > 0 && (
					<div className="counterfoil-paper__notes">
						{ paper.notes.map( ( note, index ) => (
							<p key={ index } dir="auto">
								{ note }
							</p>
						) ) }
					</div>
				) }
				{ paper.footer && (
					<p className="counterfoil-paper__footer" dir="auto">
						{ paper.footer }
					</p>
				) }
			</article>
		</div>
	);
}

function Letterhead( { paper }: Props ) {
	return (
		<header className="counterfoil-paper__head">
			<div>
				<h2 className="counterfoil-paper__title" dir="auto">
					{ paper.title }
				</h2>
				<dl className="counterfoil-paper__facts">
					{ paper.facts.map( ( fact, index ) => (
						<div key={ index }>
							<dt>{ fact.label }</dt>
							<dd dir="auto">{ fact.value }</dd>
						</div>
					) ) }
				</dl>
			</div>
			{ paper.logo ? (
				<img
					className="counterfoil-paper__logo"
					src={ `data:${ paper.logo.mime };base64,${ paper.logo.data }` }
					width={ paper.logo.width }
					height={ paper.logo.height }
					alt={ paper.seller.name }
				/>
			) : (
				<p className="counterfoil-paper__brand" dir="auto">
					{ paper.seller.name }
				</p>
			) }
		</header>
	);
}

function PartyBlock( { party }: { party: Paper[ 'seller' ] } ) {
	return (
		<div>
			<p className="counterfoil-paper__label">{ party.label }</p>
			<p className="counterfoil-paper__name">
				<bdi>{ party.name }</bdi>
			</p>
			{ party.lines.map( ( line, index ) => (
				<p key={ index }>
					<bdi>{ line }</bdi>
				</p>
			) ) }
		</div>
	);
}

function Due( { paper, mark }: Props ) {
	return mark ? (
		<div className="counterfoil-paper__due">
			<p className={ `counterfoil-paper__mark is-${ mark.look }` }>{ mark.words }</p>
			{ paper.message && (
				<p className="counterfoil-paper__message" dir="auto">
					{ paper.message }
				</p>
			) }
		</div>
	) : (
		<div className="counterfoil-paper__due">
			{ paper.headline && <p className="counterfoil-paper__headline">{ paper.headline }</p> }
			{ paper.pay_hint && (
				// On the PDF this is a link; here nobody is to pay by trying it out.
				<p
					className={
						paper.pay_hint.url
							? 'counterfoil-paper__hint counterfoil-paper__hint--link'
							: 'counterfoil-paper__hint'
					}
				>
					{ paper.pay_hint.text }
				</p>
			) }
			{ paper.message && (
				<p className="counterfoil-paper__message" dir="auto">
					{ paper.message }
				</p>
			) }
		</div>
	);
}

function Lines( { paper }: Props ) {
	const columns = NUMBERS.filter( ( column ) => paper.columns[ column ] !== null );
	const scale = scaleOfLines( paper, columns );
	const className = scale < SMALLEST ? 'counterfoil-paper__lines is-tight' : 'counterfoil-paper__lines';
	const style = { '--paper-lines-scale': Math.max( SMALLEST, scale ) } as React.CSSProperties;

	return (
		<table className={ className } style={ style }>
			<thead>
				<tr>
					<th scope="col">{ paper.columns.description }</th>
					{ columns.map( ( column ) => (
						<th key={ column } scope="col">
							{ paper.columns[ column ] }
						</th>
					) ) }
				</tr>
			</thead>
			<tbody>
				{ paper.lines.map( ( line, index ) => (
					<Line key={ index } line={ line } columns={ columns } />
				) ) }
			</tbody>
		</table>
	);
}

/**
 * How much smaller the table's text has to be for its numbers to stay on one line. An estimate from their
 * lengths: a digit of 9.5 points is 1.92 mm wide, and the description keeps 58 of the sheet's 170 mm.
 *
 * @param paper   What is drawn.
 * @param columns Those that are shown.
 */
function scaleOfLines( paper: Paper, columns: readonly Column[] ): number {
	const widths = columns.map( ( column ) =>
		Math.max( ...[ paper.columns, ...paper.lines ].map( ( texts ) => texts[ column ]?.length ?? 0 ) )
	);
	const characters = widths.reduce( ( sum, width ) => sum + width, 0 );

	return Math.min( 1, ( 112 - 5 * columns.length ) / ( characters * 1.92 ) );
}

function Line( { line, columns }: { line: PaperLine; columns: readonly Column[] } ) {
	return (
		<tr>
			<td>
				<bdi>{ line.description }</bdi>
				{ line.detail && (
					<span className="counterfoil-paper__detail">
						<bdi>{ line.detail }</bdi>
					</span>
				) }
			</td>
			{ columns.map( ( column ) => (
				<td key={ column }>{ line[ column ] }</td>
			) ) }
		</tr>
	);
}

function Transfer( { transfer }: { transfer: NonNullable< Paper[ 'transfer' ] > } ) {
	return (
		<div className="counterfoil-paper__transfer">
			{ transfer.code && <Code rows={ transfer.code.rows } caption={ transfer.code.caption } /> }
			<div>
				<p className="counterfoil-paper__name">{ transfer.label }</p>
				{ transfer.lines.map( ( line, index ) => (
					<p key={ index }>
						<bdi>{ line }</bdi>
					</p>
				) ) }
				{ transfer.code && <p className="counterfoil-paper__label">{ transfer.code.caption }</p> }
			</div>
		</div>
	);
}

function Code( { rows, caption }: { rows: string[]; caption: string } ) {
	const path = rows
		.flatMap( ( row, y ) =>
			[ ...row.matchAll( /1+/g ) ].map(
				( run ) => `M${ run.index } ${ y }h${ run[ 0 ].length }v1H${ run.index }z`
			)
		)
		.join( '' );

	return (
		<svg
			className="counterfoil-paper__code"
			viewBox={ `0 0 ${ rows.length } ${ rows.length }` }
			role="img"
			aria-label={ caption }
			shapeRendering="crispEdges"
		>
			<path d={ path } fill="currentColor" />
		</svg>
	);
}

function Totals( { totals }: { totals: Paper[ 'totals' ] } ) {
	return (
		<dl className="counterfoil-paper__totals">
			{ totals.map( ( total, index ) => (
				<div key={ index } className={ total.strong ? 'is-strong' : '' }>
					<dt>{ total.label }</dt>
					<dd>{ total.value }</dd>
				</div>
			) ) }
		</dl>
	);
}

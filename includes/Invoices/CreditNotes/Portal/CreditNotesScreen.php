<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\CreditNotes\Portal;

use Counterfoil\Invoices\CreditNotes\CreditNote;
use Counterfoil\Invoices\CreditNotes\CreditNoteFilter;
use Counterfoil\Invoices\CreditNotes\CreditNotesQuery;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Lists\InvoicesQuery;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Screen;
use Counterfoil\Portals\ScreenOptions;
use Counterfoil\Portals\Tab;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Database\Keyset;

/** The client's credit notes, newest first, page by page. Only who has one sees its tab. */
final readonly class CreditNotesScreen implements Screen
{
    public const WORD = 'credit-notes';

    private const TEMPLATE = __DIR__ . '/templates/credit-notes.php';

    public function __construct(private CreditNotesQuery $notes, private InvoicesQuery $invoices, private PortalUrls $urls)
    {
    }

    public function needs(): string
    {
        return 'billing.view';
    }

    public function fits(Location $location): bool
    {
        return true;
    }

    public function client_of(Location $location): ?int
    {
        return null;
    }

    public function shows_money(): bool
    {
        return true;
    }

    public function tab(Reader $reader): ?Tab
    {
        return $this->page($reader, null, 1)['notes'] === [] ? null : new Tab(_x('Credit notes', 'tab of the portal, short', 'counterfoil'), 12);
    }

    public function open(Reader $reader, Location $location): OpenedScreen
    {
        return new OpenedScreen(
            __('Credit notes', 'counterfoil'),
            fn (ScreenOptions $options): string => DocumentLanguage::speak(
                determine_locale(),
                fn (DocumentLanguage $language): string => Template::draw(self::TEMPLATE, $this->view($reader, $location->before, $options->per_page, $language))
            ),
            tab: self::WORD
        );
    }

    private function view(Reader $reader, ?int $before, int $per_page, DocumentLanguage $language): CreditNotesView
    {
        ['notes' => $notes, 'next' => $next] = $this->page($reader, $before, $per_page);
        $numbers = $this->invoices->numbers(array_map(static fn (CreditNote $note): int => $note->invoice_id, $notes));

        return new CreditNotesView(
            array_map(fn (CreditNote $note): array => [
                'number' => $note->number,
                'invoice' => $numbers[$note->invoice_id] ?? '',
                'invoice_url' => $this->urls->invoice($reader->portal, $note->invoice_id),
                'issued' => $language->day($note->issue_date),
                'amount' => $language->numbers->money($note->total()),
                'reason' => $note->reason,
                'pdf_url' => $this->urls->to($reader->portal, CreditNotePdfScreen::WORD, ['id' => $note->id]),
            ], $notes),
            $before === null ? null : $this->urls->to($reader->portal, self::WORD),
            $next === null ? null : $this->urls->to($reader->portal, self::WORD, ['before' => (int) $next[0]]),
        );
    }

    /** @return array{notes: list<CreditNote>, next: list<int|string>|null} */
    private function page(Reader $reader, ?int $before, int $per_page): array
    {
        return $this->notes->page(new CreditNoteFilter(client_id: $reader->client_id), $reader->viewer, new Keyset('id', true), $per_page, $before === null ? null : [$before, $before]);
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Portal;

use Closure;
use Counterfoil\Invoices\Attachments\AttachedFile;
use Counterfoil\Invoices\Attachments\AttachmentRepository;
use Counterfoil\Invoices\Attachments\Portal\FileScreen;
use Counterfoil\Invoices\CreditNotes\CreditNote;
use Counterfoil\Invoices\CreditNotes\CreditNoteRepository;
use Counterfoil\Invoices\CreditNotes\Portal\CreditNotePdfScreen;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoicePapers;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\MoneyOfInvoices;
use Counterfoil\Invoices\Settlement;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\Money\Money;

/** One invoice as it was issued, and what became of it. */
final readonly class InvoiceScreen implements BillScreen
{
    /** The document and its files, without what stands around them. */
    public const PAPER = __DIR__ . '/templates/paper.php';

    /** @param Closure(): Calendar $calendar the business's */
    public function __construct(
        private InvoiceRepository $invoices,
        private InvoicePapers $papers,
        private CreditNoteRepository $credit_notes,
        private AttachmentRepository $files,
        private MoneyOfInvoices $money,
        private InvoiceItems $items,
        private PortalUrls $urls,
        private Closure $calendar,
    ) {
    }

    public function needs(): string
    {
        return 'billing.view';
    }

    public function shows_money(): bool
    {
        return true;
    }

    public function open(Reader $reader, Invoice $invoice, Location $location): OpenedScreen
    {
        return new OpenedScreen(
            /* translators: %s: invoice number */
            sprintf($invoice->is_pro_forma() ? __('Pro forma invoice %s', 'counterfoil') : __('Invoice %s', 'counterfoil'), (string) $invoice->number),
            DocumentLanguage::of_reader(fn (DocumentLanguage $language): string => Template::draw(__DIR__ . '/templates/invoice.php', $this->view($reader, $invoice, $language))),
            tab: InvoicesScreen::WORD
        );
    }

    /**
     * The document and its files alone, for a reader who sees nothing else of the client.
     *
     * @param Closure(int): string $file_url address of an attached file
     */
    public function paper(Reader $reader, Invoice $invoice, DocumentLanguage $language, Closure $file_url): string
    {
        return Template::draw(self::PAPER, $this->view($reader, $invoice, $language, is_alone: true)->alone($file_url));
    }

    /** @param bool $is_alone nothing is read that InvoiceView::alone() leaves out */
    private function view(Reader $reader, Invoice $invoice, DocumentLanguage $language, bool $is_alone = false): InvoiceView
    {
        $calendar = ($this->calendar)();
        $words = new Words($language, $calendar);

        $paper = $this->papers->of($invoice)->to_array();
        $item = $this->items->one($invoice, $reader->portal, $language, $reader->may('billing.manage'));

        return new InvoiceView(
            $item,
            /* translators: %s: amount of money */
            $item->on_its_way !== '' ? sprintf(__('Payment of %s is on its way', 'counterfoil'), $item->on_its_way) : $words->headline($invoice, $calendar->today()),
            $paper,
            $this->settlement($invoice, $language),
            array_map(fn (CreditNote $note): array => $this->credit_note($note, $reader, $language), $is_alone ? [] : $this->credit_notes->of_invoice($invoice->id)),
            array_map(fn (array $came): array => [
                'date' => $words->day($came['at']),
                'what' => $came['what'],
                'amount' => $language->numbers->money($came['amount']),
                'receipt_url' => $came['receipt'] === null ? null : $this->urls->download($reader->portal, $came['receipt'][0], $came['receipt'][1]),
                'receipt' => self::receipt(...$came['receipt'] ?? ['', 0, '']),
            ], $is_alone ? [] : $this->money->received($invoice->id)),
            $this->urls->invoices($reader->portal),
            $invoice->is_payable() && $item->on_its_way === '' ? $paper['transfer'] : null,
            array_map(fn (AttachedFile $file): array => [
                'id' => $file->id,
                'name' => $file->name,
                'size' => $file->said_size(),
                'url' => $this->urls->to($reader->portal, FileScreen::WORD, ['id' => $file->id]),
            ], $this->files->of_invoice($invoice->id)),
            $is_alone ? null : $this->other($invoice, $reader),
            $this->returned($invoice, $language, $words),
        );
    }

    /** Why it is due again, or "". */
    private function returned(Invoice $invoice, DocumentLanguage $language, Words $words): string
    {
        $returned = $invoice->is_payable() ? $this->money->returned($invoice->id) : null;
        if ($returned === null) {
            return '';
        }
        [$amount, $day] = [$language->numbers->money($returned['amount']), $words->day($returned['at'])];

        return $returned['why'] === ''
            /* translators: 1: amount of money, 2: date */
            ? sprintf(__('Your bank returned your payment of %1$s on %2$s, so this invoice is due again.', 'counterfoil'), $amount, $day)
            /* translators: 1: amount of money, 2: date, 3: why, "insufficient funds" */
            : sprintf(__('Your bank returned your payment of %1$s on %2$s, so this invoice is due again. Reason: %3$s.', 'counterfoil'), $amount, $day, $returned['why']);
    }

    /** @return array{text: string, url: string}|null the invoice that a pro-forma became, or the pro-forma that an invoice comes from */
    private function other(Invoice $invoice, Reader $reader): ?array
    {
        $id = $invoice->pro_forma_id ?? ($invoice->settlement === Settlement::Invoiced ? $this->invoices->made_of($invoice->id) : null);
        if ($id === null) {
            return null;
        }
        $number = $this->invoices->numbers([$id])[$id] ?? '';

        return [
            'text' => $invoice->is_pro_forma()
                /* translators: %s: invoice number */
                ? sprintf(__('View invoice %s', 'counterfoil'), $number)
                /* translators: %s: number of the pro forma invoice */
                : sprintf(__('View pro forma invoice %s', 'counterfoil'), $number),
            'url' => $this->urls->invoice($reader->portal, $id),
        ];
    }

    /** @return array{date: string, number: string, reason: string, amount: string, url: string} */
    private function credit_note(CreditNote $note, Reader $reader, DocumentLanguage $language): array
    {
        return [
            'date' => $language->day($note->issue_date),
            'number' => $note->number,
            'reason' => $note->reason,
            'amount' => $language->numbers->money($note->total()),
            'url' => $this->urls->download($reader->portal, CreditNotePdfScreen::WORD, $note->id),
        ];
    }

    /** @return list<array{label: string, value: string, strong: bool}> no zero lines */
    private function settlement(Invoice $invoice, DocumentLanguage $language): array
    {
        $rows = [];
        $row = static function (string $label, Money $money, bool $strong = false) use (&$rows, $language): void {
            $rows[] = ['label' => $label, 'value' => $language->numbers->money($money), 'strong' => $strong];
        };
        if ($invoice->credited > 0) {
            $row(__('Credited', 'counterfoil'), new Money(-$invoice->credited, $invoice->currency));
        }
        if ($invoice->paid > 0) {
            $row(__('Paid', 'counterfoil'), new Money(-$invoice->paid, $invoice->currency));
        }
        if ($invoice->refunded > 0) {
            $row(__('Refunded', 'counterfoil'), new Money($invoice->refunded, $invoice->currency));
        }
        if ($rows !== [] && ! $invoice->due()->is_zero()) {
            $row(__('Amount due', 'counterfoil'), $invoice->due(), true);
        }
        if (! $invoice->credit()->is_zero()) {
            $row(__('Credit balance', 'counterfoil'), $invoice->credit(), true);
        }

        return $rows;
    }

    /** "Download receipt R-0012" */
    private static function receipt(string $word, int $id, string $number): string
    {
        return trim($word === 'refund'
            /* translators: %s: number of a refund */
            ? sprintf(__('Download refund confirmation %s', 'counterfoil'), $number)
            /* translators: %s: number of a receipt */
            : sprintf(__('Download receipt %s', 'counterfoil'), $number));
    }
}

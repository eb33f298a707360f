<?php

declare(strict_types=1);

namespace Counterfoil\Invoices\Letters;

use Closure;
use Counterfoil\Clients\Access;
use Counterfoil\Clients\PortalAccess;
use Counterfoil\Emails\Attachment;
use Counterfoil\Emails\Button;
use Counterfoil\Emails\Fact;
use Counterfoil\Emails\Letterhead;
use Counterfoil\Emails\QueuedMail;
use Counterfoil\Invoices\Attachments\AttachedFile;
use Counterfoil\Invoices\Attachments\AttachmentRepository;
use Counterfoil\Invoices\BillLinks;
use Counterfoil\Invoices\CreditOfClients;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\InvoiceArchive;
use Counterfoil\Invoices\InvoiceRepository;
use Counterfoil\Invoices\OnlinePayment;
use Counterfoil\Invoices\ProFormas\MoneyOfProForma;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Clock\DayFormat;
use Counterfoil\Shared\Money\Money;
use Counterfoil\Shared\Money\MoneyFormat;
use Counterfoil\Shared\Viewer;

/** What mails about an invoice share. */
final readonly class InvoiceParts
{
    /** @param Closure(): MoneyOfProForma $money */
    public function __construct(
        private InvoiceRepository $invoices,
        private InvoiceArchive $archive,
        private AttachmentRepository $files,
        private PortalUrls $urls,
        private OnlinePayment $online,
        private PortalAccess $access,
        private CreditOfClients $credit,
        private Closure $money,
        private BillLinks $links,
    ) {
    }

    public function invoice(QueuedMail $mail): ?Invoice
    {
        $invoice = $mail->invoice_id === null ? null : $this->invoices->find($mail->invoice_id, Viewer::system());

        return $invoice === null || $invoice->is_draft() ? null : $invoice;
    }

    /** The bytes that are kept, so that what is mailed is what is downloaded. */
    public function pdf(Invoice $invoice): Attachment
    {
        $download = $this->archive->download($invoice);

        return new Attachment($download->bytes, $download->filename);
    }

    /** @return list<Attachment> the agency's own files beside it */
    public function files(Invoice $invoice): array
    {
        return array_map(fn (AttachedFile $file): Attachment => new Attachment($this->files->bytes($file), $file->plain_name()), $this->files->of_invoice($invoice->id));
    }

    /** @return list<Fact> their names; none where there are none */
    public function names_of_files(Invoice $invoice): array
    {
        $names = array_map(static fn (AttachedFile $file): string => $file->name, $this->files->of_invoice($invoice->id));

        return $names === [] ? [] : [new Fact(__('Attached files', 'counterfoil'), implode(', ', $names))];
    }

    /** @return list<array{Invoice, Money}> of money that is for several bills each with its part; none where it is for one */
    public function several(QueuedMail $mail): array
    {
        return (new BillsInMail($this->invoices))->of($mail);
    }

    /**
     * The bill, or each of several with its part.
     *
     * @param list<array{Invoice, Money}> $several
     * @return list<Fact>
     */
    public function bills(Invoice $invoice, array $several, Letterhead $letterhead): array
    {
        return $several === [] ? [$this->number($invoice)] : BillsInMail::facts($several, $letterhead);
    }

    public function number(Invoice $invoice): Fact
    {
        return new Fact($invoice->is_pro_forma() ? __('Pro forma invoice', 'counterfoil') : __('Invoice', 'counterfoil'), (string) $invoice->number);
    }

    /** @return list<Attachment> of the payment that made it; none for others */
    public function receipt(Invoice $invoice): array
    {
        return $invoice->pro_forma_id === null ? [] : array_values(array_filter([($this->money)()->receipt($invoice->id)]));
    }

    /** Number of the pro-forma whose payment made it; empty for others. */
    public function pro_forma(Invoice $invoice): string
    {
        return $invoice->pro_forma_id === null ? '' : $this->invoices->numbers([$invoice->pro_forma_id])[$invoice->pro_forma_id] ?? '';
    }

    /** What of the client's credit it was paid with already: its PDF asks for all of it. Null for nothing. */
    public function paid_with_credit(Invoice $invoice): ?Money
    {
        $used = $invoice->paid === 0 ? 0 : $this->credit->used_for($invoice->id);

        return $used > 0 ? new Money($used, $invoice->currency) : null;
    }

    /** Whether the reader can open the invoice in the portal, at least once they have accepted their invitation. */
    public function is_online(QueuedMail $mail, Letterhead $letterhead): bool
    {
        return $mail->copy_of() === '' && $this->urls->has_portal_page($letterhead->portal) && $this->may($mail, 'billing.view');
    }

    /** Whether the reader can open this one: with a login, or by the link in the mail. */
    public function opens_online(QueuedMail $mail, Letterhead $letterhead, Invoice $invoice): bool
    {
        return $this->link($mail, $letterhead, $invoice) !== null || $this->is_online($mail, $letterhead);
    }

    /** Whether the reader can pay it there. */
    public function can_be_paid_online(QueuedMail $mail, Letterhead $letterhead, Invoice $invoice): bool
    {
        $link = $this->link($mail, $letterhead, $invoice);

        return $this->takes_money($invoice) && ($link === null
            ? $this->is_online($mail, $letterhead) && $this->may($mail, 'billing.manage')
            : in_array('billing.manage', $link['permissions'], true));
    }

    /** None where there is no page for the reader: a log-in without an account leads nowhere. */
    public function view(QueuedMail $mail, Letterhead $letterhead, Invoice $invoice): ?Button
    {
        return $this->button($mail, $letterhead, $invoice, $invoice->is_pro_forma() ? __('View pro forma invoice', 'counterfoil') : __('View invoice', 'counterfoil'));
    }

    public function view_and_pay(QueuedMail $mail, Letterhead $letterhead, Invoice $invoice): ?Button
    {
        return $this->can_be_paid_online($mail, $letterhead, $invoice)
            ? $this->button($mail, $letterhead, $invoice, $invoice->is_pro_forma() ? __('View and pay pro forma invoice', 'counterfoil') : __('View and pay invoice', 'counterfoil'))
            : $this->view($mail, $letterhead, $invoice);
    }

    public function pay(QueuedMail $mail, Letterhead $letterhead, Invoice $invoice, string $label): ?Button
    {
        return $this->can_be_paid_online($mail, $letterhead, $invoice)
            ? new Button($label, $this->link($mail, $letterhead, $invoice)['url'] ?? $this->urls->pay($letterhead->portal, $invoice->id))
            : $this->view($mail, $letterhead, $invoice);
    }

    /**
     * One button for all of them where all can be paid, else what leads to the list.
     *
     * @param non-empty-list<array{Invoice, Money}> $bills
     */
    public function pay_together(QueuedMail $mail, Letterhead $letterhead, array $bills, string $label): ?Button
    {
        if (! $this->is_online($mail, $letterhead)) {
            return null;
        }
        $closed = array_filter($bills, fn (array $bill): bool => ! $this->can_be_paid_online($mail, $letterhead, $bill[0]));

        return $closed === []
            ? new Button($label, $this->urls->pay_several($letterhead->portal, array_map(static fn (array $bill): int => $bill[0]->id, $bills)))
            : new Button(__('View invoices', 'counterfoil'), $this->urls->invoices($letterhead->portal));
    }

    /** @return array{url: string, permissions: list<string>}|null what opens it without a login; null where there is none */
    private function link(QueuedMail $mail, Letterhead $letterhead, Invoice $invoice): ?array
    {
        return $mail->copy_of() === '' ? $this->links->of($invoice, $mail->recipient, $letterhead->portal) : null;
    }

    private function button(QueuedMail $mail, Letterhead $letterhead, Invoice $invoice, string $label): ?Button
    {
        $link = $this->link($mail, $letterhead, $invoice);

        return $link !== null || $this->is_online($mail, $letterhead) ? new Button($label, $link['url'] ?? $this->urls->invoice($letterhead->portal, $invoice->id)) : null;
    }

    /** What the reader has to know before they can do what the mail is about, or "". */
    public function how(QueuedMail $mail, Letterhead $letterhead, Invoice $invoice): string
    {
        return match (true) {
            $mail->copy_of() !== '', $this->link($mail, $letterhead, $invoice) !== null => '',
            $this->is_online($mail, $letterhead) => $this->access->of((int) $mail->client_id, $mail->recipient) === Access::Invited
                ? __('To open it online, first accept the invitation we emailed you separately.', 'counterfoil')
                : '',
            ! $invoice->is_payable() || $this->online->on_their_way([$invoice->id]) !== [] => '',
            $this->urls->has_pages($letterhead->portal) && $this->takes_money($invoice) => $invoice->is_pro_forma()
                ? __('To pay, use the payment details on the pro forma invoice, or reply to this email and we’ll invite you to pay online.', 'counterfoil')
                : __('To pay, use the payment details on the invoice, or reply to this email and we’ll invite you to pay online.', 'counterfoil'),
            $invoice->is_pro_forma() => __('To pay, use the payment details on the pro forma invoice, or reply to this email and we’ll tell you how to pay.', 'counterfoil'),
            default => __('To pay, use the payment details on the invoice, or reply to this email and we’ll tell you how to pay.', 'counterfoil'),
        };
    }

    private function may(QueuedMail $mail, string $permission): bool
    {
        return $mail->client_id !== null && $this->access->may($mail->client_id, $mail->recipient, $permission);
    }

    private function takes_money(Invoice $invoice): bool
    {
        return $invoice->is_payable() && $this->online->is_offered($invoice->due()) && $this->online->on_their_way([$invoice->id]) === [];
    }

    /** @return array<string, string> what the agency's own words may name of an invoice */
    public function values(Invoice $invoice, Letterhead $letterhead): array
    {
        return [
            'number' => (string) $invoice->number,
            'amount_due' => $letterhead->money($invoice->due()),
            'total' => $letterhead->money($invoice->total()),
            'due_date' => $letterhead->day($invoice->due_date),
            'issue_date' => $letterhead->day((string) $invoice->issue_date),
        ];
    }

    /** @return array<string, string> the same of an invoice that nobody wrote */
    public static function samples(): array
    {
        $locale = determine_locale();
        $money = (new MoneyFormat($locale))->money(Money::of(119_000, 'EUR'));
        $days = new DayFormat($locale);

        return ['number' => 'INV-0042', 'amount_due' => $money, 'total' => $money, 'due_date' => $days->day('2026-12-10'), 'issue_date' => $days->day('2026-11-26')];
    }

    /** The sum a mail's data names. */
    public function sum(QueuedMail $mail, string $name = 'amount'): Money
    {
        return Money::of($mail->number($name), $mail->text('currency'));
    }
}

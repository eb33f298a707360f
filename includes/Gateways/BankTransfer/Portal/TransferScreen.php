<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\BankTransfer\Portal;

use Closure;
use Counterfoil\Business\BankAccount;
use Counterfoil\Business\Business;
use Counterfoil\Documents\Codes\QrCode;
use Counterfoil\Gateways\BankTransfer\AnnouncementRepository;
use Counterfoil\Gateways\BankTransfer\AnnounceTransfer;
use Counterfoil\Invoices\BankTransfers;
use Counterfoil\Invoices\DocumentLanguage;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Invoices\OnlinePayment;
use Counterfoil\Invoices\PaymentReference;
use Counterfoil\Invoices\Portal\BillScreen;
use Counterfoil\Invoices\TransferDetails;
use Counterfoil\Portals\Location;
use Counterfoil\Portals\OpenedScreen;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Portals\Reader;
use Counterfoil\Portals\Template;
use Counterfoil\Shared\Calendar;
use Counterfoil\Shared\DomainError;

/** How one invoice is paid by bank transfer, and where the client says that it was; complete without a script. */
final readonly class TransferScreen implements BillScreen
{
    public const WORD = 'transfer';

    /**
     * @param Closure(): Business $business
     * @param Closure(): Calendar $calendar
     */
    public function __construct(
        private BankTransfers $transfers,
        private OnlinePayment $online,
        private AnnouncementRepository $announcements,
        private AnnounceTransfer $announce,
        private PortalUrls $urls,
        private Closure $business,
        private Closure $calendar,
    ) {
    }

    public function needs(): string
    {
        return 'billing.manage';
    }

    public function shows_money(): bool
    {
        return true;
    }

    public function open(Reader $reader, Invoice $invoice, Location $location): OpenedScreen
    {
        $error = $this->said($reader, $invoice);

        return new OpenedScreen(
            /* translators: %s: invoice number */
            sprintf($invoice->is_pro_forma() ? __('Pay pro forma invoice %s', 'counterfoil') : __('Pay invoice %s', 'counterfoil'), (string) $invoice->number),
            DocumentLanguage::of_reader(fn (DocumentLanguage $language): string => Template::draw(__DIR__ . '/templates/transfer.php', $this->view($reader, $invoice, $error, $language))),
            tab: 'invoices'
        );
    }

    /**
     * What the page's forms post to it.
     *
     * @return string why it was not taken; '' where it was, or nobody said anything
     */
    private function said(Reader $reader, Invoice $invoice): string
    {
        $field = static fn (string $name): string => isset($_POST[$name]) && is_string($_POST[$name]) ? sanitize_text_field(wp_unslash($_POST[$name])) : '';
        $said = $field('counterfoil_transfer');
        if ($said === '' || ! isset($_SERVER['REQUEST_METHOD']) || $_SERVER['REQUEST_METHOD'] !== 'POST') {
            return '';
        }
        if (wp_verify_nonce($field('_wpnonce'), self::nonce($invoice)) === false) {
            // Open over night: the page that is drawn now has a new one.
            return __('This page was open for too long, so nothing was saved. Please try again.', 'counterfoil');
        }
        $sent_on = $field('sent_on');
        try {
            match (true) {
                $said === 'take-back' => $this->announce->take_back($invoice, $reader->viewer->actor),
                ! $this->is_open($invoice) => throw DomainError::conflict('not_payable', $this->closed($invoice)),
                $sent_on !== '' && ! self::is_day($sent_on) => throw DomainError::invalid(__('Enter the day of the transfer: today or earlier.', 'counterfoil')),
                default => $this->announce->handle($invoice, $sent_on === '' ? null : $sent_on, $reader->viewer->actor),
            };
        } catch (DomainError $error) {
            return $error->getMessage();
        }

        return '';
    }

    private function view(Reader $reader, Invoice $invoice, string $error, DocumentLanguage $language): TransferView
    {
        $business = ($this->business)();
        $announced = $this->announcements->of(Invoice::due_of([$invoice]))[$invoice->id] ?? null;

        return new TransferView(
            $invoice->is_pro_forma() ? __('Pro forma invoice', 'counterfoil') : __('Invoice', 'counterfoil'),
            (string) $invoice->number,
            $language->numbers->money($invoice->is_payable() ? $invoice->due() : $invoice->total()),
            $language->day($invoice->due_date),
            /* translators: %s: name of the business that is paid */
            sprintf(__('Payment to %s', 'counterfoil'), $business->name),
            $this->urls->invoice($reader->portal, $invoice->id),
            $invoice->is_pro_forma() ? __('View pro forma invoice', 'counterfoil') : __('View invoice', 'counterfoil'),
            $this->is_open($invoice) && $this->online->is_offered($invoice->due()) ? $this->urls->pay($reader->portal, $invoice->id) : null,
            $this->is_open($invoice) ? '' : $this->closed($invoice),
            $this->is_open($invoice) ? $this->accounts($invoice, $business, $language) : [],
            /* translators: %s: date */
            $announced === null ? '' : sprintf(__('Transfer announced on %s', 'counterfoil'), $language->day($announced->announced_on)),
            ($this->calendar)()->today(),
            $error,
            wp_create_nonce(self::nonce($invoice)),
        );
    }

    private function is_open(Invoice $invoice): bool
    {
        return $invoice->is_payable() && $this->transfers->is_offered($invoice->due()) && ! array_key_exists($invoice->id, $this->online->on_their_way([$invoice->id]));
    }

    private function closed(Invoice $invoice): string
    {
        return match (true) {
            ! $invoice->is_payable() => __('There is nothing to pay.', 'counterfoil'),
            $this->transfers->is_offered($invoice->due()) => __('A payment for it is on its way, so you don’t need to pay again.', 'counterfoil'),
            default => __('This invoice can’t be paid by bank transfer right now. Please contact us.', 'counterfoil'),
        };
    }

    /** @return list<array{title: string, facts: list<array{label: string, value: string, copy: string}>, code: list<string>|null}> */
    private function accounts(Invoice $invoice, Business $business, DocumentLanguage $language): array
    {
        $accounts = $business->legal->accounts_for($invoice->currency->code);

        return array_map(function (BankAccount $account, int $at) use ($invoice, $business, $language, $accounts): array {
            $transfer = new TransferDetails($business, $account, $invoice->due(), PaymentReference::of((string) $invoice->number, $business));
            $code = $transfer->code();
            $facts = [
                [__('Account holder', 'counterfoil'), $transfer->payee(), $transfer->payee()],
                [$account->is_iban() ? 'IBAN' : __('Account number', 'counterfoil'), $transfer->number(), $account->number],
                ['BIC', $account->bic, $account->bic],
                [__('Bank', 'counterfoil'), $account->bank, ''],
                [_x('Reference', 'of a bank transfer', 'counterfoil'), PaymentReference::readable($transfer->reference), $transfer->reference],
                [__('Amount', 'counterfoil'), $language->numbers->money($transfer->amount), $transfer->amount->to_decimal()],
            ];

            return [
                /* translators: %d: number of an account, 1 or 2 */
                'title' => count($accounts) < 2 ? '' : ($account->bank !== '' ? $account->bank : sprintf(__('Account %d', 'counterfoil'), $at + 1)),
                'facts' => array_values(array_map(
                    static fn (array $fact): array => ['label' => $fact[0], 'value' => $fact[1], 'copy' => $fact[2]],
                    array_filter($facts, static fn (array $fact): bool => $fact[1] !== '')
                )),
                'code' => $code === null ? null : QrCode::of($code->text, $code->correction)->rows,
            ];
        }, $accounts, array_keys($accounts));
    }

    private static function is_day(string $day): bool
    {
        return preg_match('/^(\d{4})-(\d{2})-(\d{2})$/D', $day, $part) === 1 && checkdate((int) $part[2], (int) $part[3], (int) $part[1]);
    }

    private static function nonce(Invoice $invoice): string
    {
        return "counterfoil_transfer_{$invoice->id}";
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Payments\Links;

use Counterfoil\Clients\MailedAddress;
use Counterfoil\Emails\NotesMail;
use Counterfoil\Invoices\BillLinks;
use Counterfoil\Invoices\Invoice;
use Counterfoil\Portals\Portal;
use Counterfoil\Portals\PortalUrls;
use Counterfoil\Shared\Change\Mail;

/**
 * The links of mails to clients about a bill. The row is made with the mail, in the same transaction; the letter makes the same link
 * of it each time it is written.
 */
final readonly class LinksInMail implements NotesMail, BillLinks
{
    /** In an address: the secret. */
    public const ARGUMENT = 'bill-link';

    /** Letters to clients whose button opens a bill. */
    private const LETTERS = ['invoice', 'reminder', 'payment_failed', 'payment_returned', 'receipt', 'credit_used', 'renewal_failed', 'access_suspended'];

    public function __construct(
        private PayLinkRepository $links,
        private LinkSecrets $secrets,
        private LinkSettings $settings,
        private LiveLinks $live,
        private MailedAddress $addresses,
        private PortalUrls $urls,
    ) {
    }

    public function left(array $mails): void
    {
        $bills = [];
        foreach ($mails as $mail) {
            if ($mail->invoice_id !== null && $mail->client_id !== null && ($mail->data['copy'] ?? '') === '' && in_array($mail->message, self::LETTERS, true) && $this->settings->is_on_for($mail->client_id)) {
                // Whether it opens anything is asked when it is used.
                $bills[] = new MailedBill($mail->invoice_id, $mail->client_id, $this->addresses->contact_id($mail->client_id, $mail->recipient), $mail->recipient, $mail->locale, $mail->message === 'invoice');
            }
        }
        $this->links->mailed($bills);
    }

    public function are_on_for(int $client_id): bool
    {
        return $this->settings->is_on_for($client_id);
    }

    public function of(Invoice $invoice, string $recipient, Portal $portal): ?array
    {
        $link = $this->urls->has_portal_page($portal) ? $this->links->current($invoice->id, $recipient) : null;
        $token = $link === null ? null : $this->secrets->token_of($link);
        $bearer = $link === null || $token === null ? null : $this->live->bearer($link);

        return $bearer === null ? null : ['url' => $this->urls->portal($portal, [self::ARGUMENT => (string) $token] + ($link->locale === '' ? [] : [LinkUrls::LANGUAGE => $link->locale])), 'permissions' => $bearer->permissions];
    }
}

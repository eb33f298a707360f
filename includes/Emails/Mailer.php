<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Silences;
use PHPMailer\PHPMailer\PHPMailer;
use WP_Error;

/**
 * Hands a letter to wp_mail(), so that whatever the site sends its mail with sends this one too.
 * For as long as that takes it listens to WordPress' own points on the way.
 */
final class Mailer
{
    /** Under which a mail server that does not answer is remembered. */
    public const SILENCE = 'mail';

    /** Seconds a mail server may take for one answer; WordPress' own mailer would wait for five minutes. */
    public const PATIENCE = 15;

    private string $from = '';

    /** Why WordPress could not send it; null outside of send(). */
    private ?string $failure = null;

    public function __construct(private readonly HtmlLetter $html, private readonly TextLetter $plain, private readonly Silences $silences)
    {
    }

    /**
     * @param list<Attachment> $attachments
     * @throws MailNotSent
     */
    public function send(QueuedMail $mail, Letter $letter, Letterhead $letterhead, array $attachments): void
    {
        if (is_email($mail->recipient) === false) {
            throw new MailNotSent(__('The email address isn’t valid.', 'counterfoil'));
        }
        $this->from = is_email($letterhead->business->email) !== false ? $letterhead->business->email : '';
        $this->failure = '';
        $enclosures = Enclosures::begin($this->plain->render($letter, $letterhead));
        $begun = hrtime(true);
        $note = $this->note_failure(...);
        add_action('wp_mail_failed', $note);
        $sent = false;
        try {
            $sent = $this->is_taken(wp_mail(
                [$mail->recipient],
                OneLine::of($letter->subject),
                $this->html->render($letter, $letterhead),
                [...$this->headers($letterhead), $enclosures->header()],
                $enclosures->files($attachments)
            ));
        } finally {
            $failure = $this->take_failure();
            remove_action('wp_mail_failed', $note);
            $enclosures->end($sent);
        }
        if ($sent) {
            $this->silences->end(self::SILENCE);
        } elseif ((hrtime(true) - $begun) / 1_000_000_000 >= 0.9 * self::patience()) {
            $this->silences->begin(self::SILENCE);
        }
        if (! $sent) {
            throw new MailNotSent($failure !== '' ? $failure : __('The site couldn’t hand the email over to a mail server.', 'counterfoil'));
        }
    }

    /**
     * Plugins that answer for wp_mail(), or replace it, say yes in other ways than true, and some say nothing at all. What
     * they took is not sent again.
     */
    private function is_taken(mixed $answer): bool
    {
        if ($answer instanceof WP_Error) {
            $this->note_failure($answer);

            return false;
        }

        return $answer === null ? $this->failure === '' : (bool) $answer;
    }

    /** Hooked to wp_mail_failed. */
    private function note_failure(WP_Error $error): void
    {
        if ($this->failure !== null) {
            $this->failure = OneLine::of($error->get_error_message());
        }
    }

    /** @return int seconds that the site's mailer waited at most */
    private static function patience(): int
    {
        $mailer = $GLOBALS['phpmailer'] ?? null;

        return $mailer instanceof PHPMailer ? min($mailer->Timeout, self::PATIENCE) : self::PATIENCE;
    }

    private function take_failure(): string
    {
        [$failure, $this->failure] = [$this->failure, null];

        return (string) $failure;
    }

    /** @return list<string> */
    private function headers(Letterhead $letterhead): array
    {
        $name = OneLine::name($letterhead->name());
        $headers = ['Content-Type: text/html; charset=UTF-8', 'Auto-Submitted: auto-generated'];
        if ($this->from !== '') {
            $headers[] = "From: {$name} <{$this->from}>";
        }
        if (is_email($letterhead->reply_to()) !== false) {
            $headers[] = "Reply-To: {$letterhead->reply_to()}";
        }

        return $headers;
    }
}

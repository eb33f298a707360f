<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use Counterfoil\Shared\Silences;
use PHPMailer\PHPMailer\PHPMailer;
use RuntimeException;
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
    private const PATIENCE = 15;

    /** Of the letter that is being sent; null outside of send(). */
    private ?string $text = null;
    private string $from = '';
    private string $failure = '';

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
            throw new MailNotSent(__('This is not an e-mail address.', 'counterfoil'));
        }
        $this->text = $this->plain->render($letter, $letterhead);
        $this->from = is_email($letterhead->business->email) !== false ? $letterhead->business->email : '';
        $this->failure = '';
        $folder = null;
        $begun = hrtime(true);
        $prepare = $this->prepare(...);
        $note = $this->note_failure(...);
        add_action('phpmailer_init', $prepare, 50);
        add_action('wp_mail_failed', $note);
        try {
            [$folder, $files] = $this->attach($attachments);
            $sent = wp_mail([$mail->recipient], OneLine::of($letter->subject), $this->html->render($letter, $letterhead), $this->headers($letterhead), $files);
        } finally {
            $this->text = null;
            remove_action('phpmailer_init', $prepare, 50);
            remove_action('wp_mail_failed', $note);
            $this->remove($folder);
        }
        if ($sent) {
            $this->silences->end(self::SILENCE);
        } elseif ((hrtime(true) - $begun) / 1_000_000_000 >= 0.9 * self::patience()) {
            $this->silences->begin(self::SILENCE);
        }
        if (! $sent) {
            throw new MailNotSent($this->reason());
        }
    }

    /** Hooked to phpmailer_init: the text beside the HTML, and no word of what sent it. */
    private function prepare(PHPMailer $mailer): void
    {
        if ($this->text === null) {
            return;
        }
        $mailer->AltBody = $this->text;
        $mailer->Timeout = min($mailer->Timeout, self::PATIENCE);
        $mailer->getSMTPInstance()->Timelimit = self::PATIENCE;
        // PHPMailer names itself unless this is blank, and would make the Message-ID of the server's own name.
        $mailer->XMailer = ' ';
        $host = substr((string) strrchr($mailer->From, '@'), 1);
        $mailer->MessageID = sprintf('<%s@%s>', bin2hex(random_bytes(16)), $host !== '' ? $host : 'localhost');
    }

    /** Hooked to wp_mail_failed. */
    private function note_failure(WP_Error $error): void
    {
        if ($this->text !== null) {
            $this->failure = OneLine::of($error->get_error_message());
        }
    }

    /** @return int seconds that the site's mailer waited at most */
    private static function patience(): int
    {
        $mailer = $GLOBALS['phpmailer'] ?? null;

        return $mailer instanceof PHPMailer ? min($mailer->Timeout, self::PATIENCE) : self::PATIENCE;
    }

    private function reason(): string
    {
        return $this->failure !== '' ? $this->failure : __('The site could not hand the mail over to a mail server.', 'counterfoil');
    }

    /** @return list<string> */
    private function headers(Letterhead $letterhead): array
    {
        $name = OneLine::name($letterhead->name());
        $headers = ['Content-Type: text/html; charset=UTF-8', 'Auto-Submitted: auto-generated'];
        if ($this->from !== '') {
            $headers[] = "From: {$name} <{$this->from}>";
            $headers[] = "Reply-To: {$this->from}";
        }

        return $headers;
    }

    /**
     * @param list<Attachment> $attachments
     * @return array{string|null, array<string, string>} the folder to remove, and the files by the name the reader sees
     */
    private function attach(array $attachments): array
    {
        if ($attachments === []) {
            return [null, []];
        }
        // A folder nobody can guess and nobody else may read, for as long as sending takes.
        $folder = get_temp_dir() . 'counterfoil-' . bin2hex(random_bytes(16));
        $was_made = mkdir($folder, 0o700);
        $files = [];
        foreach ($attachments as $number => $attachment) {
            $name = $attachment->filename();
            $name = isset($files[$name]) ? ($number + 1) . "-{$name}" : $name;
            $files[$name] = "{$folder}/{$name}";
            if (! $was_made || file_put_contents($files[$name], $attachment->bytes) === false) {
                $this->remove($folder);
                throw new RuntimeException('The attachment could not be written to the temporary folder.');
            }
        }

        return [$folder, $files];
    }

    private function remove(?string $folder): void
    {
        if ($folder === null) {
            return;
        }
        foreach ((array) glob("{$folder}/*") as $file) {
            wp_delete_file((string) $file);
        }
        if (is_dir($folder)) {
            rmdir($folder);
        }
    }
}

<?php

declare(strict_types=1);

namespace Counterfoil\Emails;

use PHPMailer\PHPMailer\PHPMailer;
use RuntimeException;

/**
 * What goes with a mail beside the arguments of wp_mail(): files, the text beside the HTML, its Message-ID. Plugins
 * that send mail take these arguments away and call wp_mail() with them in a later request, of another process: a
 * header names the mail there, and what it needs lies in a folder until it is swept.
 */
final class Enclosures
{
    /** One that other senders use for the same: a mail's own number. */
    private const HEADER = 'X-Entity-Ref-ID';

    /** Seconds that a plugin may take to send what it was given. */
    private const LIFE = 3 * DAY_IN_SECONDS;

    private const TEXT = 'text';
    private const FILES = 'files';

    /** @var array<string, string> of the mails of this process, by their ref */
    private static array $texts = [];

    /** @var array<string, true> refs of those that WordPress' own mailer was given */
    private static array $given = [];

    private function __construct(public readonly string $ref)
    {
    }

    public static function begin(string $text): self
    {
        $random = bin2hex(random_bytes(16));
        $enclosures = new self($random . self::mark($random));
        self::$texts[$enclosures->ref] = $text;

        return $enclosures;
    }

    public function header(): string
    {
        return self::HEADER . ": {$this->ref}";
    }

    /**
     * @param list<Attachment> $attachments
     * @return array<string, string> paths by the name the reader sees
     */
    public function files(array $attachments): array
    {
        $files = [];
        foreach ($attachments as $number => $attachment) {
            $name = $attachment->filename();
            $name = isset($files[$name]) ? ($number + 1) . "-{$name}" : $name;
            $files[$name] = self::folder($this->ref) . '/' . self::FILES . "/{$name}";
            if (! $this->write($files[$name], $attachment->bytes)) {
                throw new RuntimeException('The attachment could not be written to the temporary folder.');
            }
        }

        return $files;
    }

    /** wp_mail() has answered. What it did not send at once is kept for whoever sends it later. */
    public function end(bool $is_taken): void
    {
        $is_sent = isset(self::$given[$this->ref]);
        if ($is_taken && ! $is_sent) {
            $this->write(self::folder($this->ref) . '/' . self::TEXT, self::$texts[$this->ref]);

            return;
        }
        self::remove(self::folder($this->ref));
        unset(self::$texts[$this->ref], self::$given[$this->ref]);
    }

    /** Hooked to phpmailer_init, in whatever process: the text beside the HTML, and no word of what sent it. */
    public static function complete(PHPMailer $mailer): void
    {
        $ref = self::take_ref($mailer);
        if ($ref === null) {
            return;
        }
        // A filter of somebody else's for all mail of the site would show the reader its markup, or wrong letters.
        $mailer->isHTML(true);
        $mailer->CharSet = PHPMailer::CHARSET_UTF8;
        $mailer->AltBody = self::$texts[$ref] ?? self::kept_text($ref) ?? $mailer->html2text($mailer->Body);
        $mailer->Timeout = min($mailer->Timeout, Mailer::PATIENCE);
        $mailer->getSMTPInstance()->Timelimit = Mailer::PATIENCE;
        // PHPMailer names itself unless this is blank, and would make the Message-ID of the server's own name.
        $mailer->XMailer = ' ';
        $host = substr((string) strrchr($mailer->From, '@'), 1);
        $mailer->MessageID = sprintf('<%s@%s>', substr($ref, 0, 32), $host !== '' ? $host : 'localhost');
        // A mailer of somebody's own may only take it down for later.
        if (in_array($mailer::class, [PHPMailer::class, 'WP_PHPMailer'], true)) {
            self::$given[$ref] = true;
        }
    }

    /** What nobody came back for. */
    public static function sweep(int $now): void
    {
        foreach ((array) glob(self::folder('*')) as $folder) {
            $since = @filemtime((string) $folder); // phpcs:ignore WordPress.PHP.NoSilencedErrors.Discouraged -- whose mail has left meanwhile has taken it away
            if ($since !== false && $since < $now - self::LIFE && is_writable((string) $folder)) {
                self::remove((string) $folder);
            }
        }
    }

    /** Takes our header off the mail; null when it is somebody else's mail. */
    private static function take_ref(PHPMailer $mailer): ?string
    {
        $ref = null;
        $others = [];
        foreach ($mailer->getCustomHeaders() as [$name, $value]) {
            $is_ours = $ref === null && strcasecmp($name, self::HEADER) === 0 && self::is_ours((string) $value);
            $ref = $is_ours ? trim((string) $value) : $ref;
            $others = $is_ours ? $others : [...$others, [$name, (string) $value]];
        }
        if ($ref !== null) {
            $mailer->clearCustomHeaders();
            foreach ($others as [$name, $value]) {
                $mailer->addCustomHeader($name, $value);
            }
        }

        return $ref;
    }

    private static function is_ours(string $value): bool
    {
        return preg_match('/^\s*([0-9a-f]{32})([0-9a-f]{16})\s*\z/', $value, $match) === 1 && hash_equals(self::mark($match[1]), $match[2]);
    }

    /** Nobody else can write a header that names a folder of ours. */
    private static function mark(string $random): string
    {
        return substr(hash_hmac('sha256', "mail:{$random}", wp_salt()), 0, 16);
    }

    private static function kept_text(string $ref): ?string
    {
        $file = self::folder($ref) . '/' . self::TEXT;
        $text = is_readable($file) ? file_get_contents($file) : false;

        return $text === false ? null : $text;
    }

    /** One nobody can guess and nobody else may read. */
    private static function folder(string $ref): string
    {
        return get_temp_dir() . "counterfoil-mail-{$ref}";
    }

    private function write(string $path, string $bytes): bool
    {
        $folder = dirname($path);

        return (is_dir($folder) || mkdir($folder, 0o700, true)) && file_put_contents($path, $bytes) !== false;
    }

    private static function remove(string $folder): void
    {
        foreach ([...(array) glob("{$folder}/*/*"), "{$folder}/" . self::TEXT] as $file) {
            if (is_file((string) $file)) {
                wp_delete_file((string) $file);
            }
        }
        foreach (["{$folder}/" . self::FILES, $folder] as $emptied) {
            if (is_dir($emptied)) {
                rmdir($emptied);
            }
        }
    }
}

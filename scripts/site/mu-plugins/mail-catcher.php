<?php

/**
 * Plugin Name: Mail to the catcher
 * Description: Sends every mail to the local catcher that wp-config.php names.
 */

declare(strict_types=1);

if (defined('COUNTERFOIL_MAIL_CATCHER_PORT')) {
    add_action('phpmailer_init', static function (PHPMailer\PHPMailer\PHPMailer $mailer): void {
        $mailer->isSMTP();
        $mailer->Host = defined('COUNTERFOIL_MAIL_CATCHER_HOST') ? COUNTERFOIL_MAIL_CATCHER_HOST : '127.0.0.1';
        $mailer->Port = (int) COUNTERFOIL_MAIL_CATCHER_PORT;
        $mailer->SMTPAuth = false;
        $mailer->SMTPAutoTLS = false;
        $mailer->SMTPSecure = '';
        $mailer->Timeout = 10;
    }, 100);
}

// WordPress makes up wordpress@localhost, which PHPMailer refuses for want of a dot.
add_filter('wp_mail_from', static fn (string $from): string => str_ends_with($from, '@localhost') ? 'site@example.test' : $from, 1);

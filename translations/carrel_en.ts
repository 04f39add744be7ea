<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>carrel::app::ShellController</name>
    <message numerus="yes">
        <source>The workspace stopped %n times within a minute. You can try again at %1. If it goes on, call your IT support; what you entered is kept.</source>
        <translation>
            <numerusform>The workspace stopped %n time within a minute. You can try again at %1. If it goes on, call your IT support; what you entered is kept.</numerusform>
            <numerusform>The workspace stopped %n times within a minute. You can try again at %1. If it goes on, call your IT support; what you entered is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::carts::CartEditor</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::carts::CartListModel</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::carts::CartsPage</name>
    <message numerus="yes">
        <source>%n carts, latest change first</source>
        <translation>
            <numerusform>%n cart</numerusform>
            <numerusform>%n carts, latest change first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::carts::ProductPicker</name>
    <message numerus="yes">
        <source>%n products</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n products match</source>
        <translation>
            <numerusform>%n product matches</numerusform>
            <numerusform>%n products match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::format</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::frame::HeaderBar</name>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n waiting to be sent</numerusform>
            <numerusform>%n waiting to be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::frame::LeaveBanner</name>
    <message numerus="yes">
        <source>%n action(s) wait to be sent. You are signed out as soon as the clinic&apos;s server has them. If you sign out now, they stay safe on this computer and are sent when you sign in here again.</source>
        <translation>
            <numerusform>%n action waits to be sent. You are signed out as soon as the clinic&apos;s server has it. If you sign out now, it stays safe on this computer and is sent when you sign in here again.</numerusform>
            <numerusform>%n actions wait to be sent. You are signed out as soon as the clinic&apos;s server has them. If you sign out now, they stay safe on this computer and are sent when you sign in here again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::frame::WorkspaceWindow</name>
    <message numerus="yes">
        <source>%n record(s) from the clinic&apos;s server could not be read and is not shown here. Everything else is complete. Your IT support should update Carrel on this computer.</source>
        <translation>
            <numerusform>%n record from the clinic&apos;s server could not be read and is not shown here. Everything else is complete. Your IT support should update Carrel on this computer.</numerusform>
            <numerusform>%n records from the clinic&apos;s server could not be read and are not shown here. Everything else is complete. Your IT support should update Carrel on this computer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::kit::ErrorTexts</name>
    <message numerus="yes">
        <source>Too many wrong tries. Wait %n seconds, then try once more.</source>
        <translation>
            <numerusform>Too many wrong tries. Wait %n second, then try once more.</numerusform>
            <numerusform>Too many wrong tries. Wait %n seconds, then try once more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::orders::DeclinePanel</name>
    <message numerus="yes">
        <source>The note has %n characters; at most %1 fit.</source>
        <translation>
            <numerusform>The note has %n character; at most %1 fit.</numerusform>
            <numerusform>The note has %n characters; at most %1 fit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::orders::Text</name>
    <message numerus="yes">
        <source>Too many wrong tries. Nothing was signed. Try again in %n seconds.</source>
        <translation>
            <numerusform>Too many wrong tries. Nothing was signed. Try again in %n second.</numerusform>
            <numerusform>Too many wrong tries. Nothing was signed. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::patients::PatientSearch</name>
    <message numerus="yes">
        <source>More than %n patients match</source>
        <translation>
            <numerusform>More than %n patient matches</numerusform>
            <numerusform>More than %n patients match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patients match</source>
        <translation>
            <numerusform>%n patient matches</numerusform>
            <numerusform>%n patients match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::patients::WorkSection</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::schedule::SchedulePage</name>
    <message numerus="yes">
        <source>%n appointments</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::LockNotice</name>
    <message numerus="yes">
        <source>Locked after %n minutes without activity, %1</source>
        <translation>
            <numerusform>Locked after one minute without activity, %1</numerusform>
            <numerusform>Locked after %n minutes without activity, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Locked after %n seconds without activity, %1</source>
        <translation>
            <numerusform>Locked after %n second without activity, %1</numerusform>
            <numerusform>Locked after %n seconds without activity, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::signin_ui::LockScreen</name>
    <message numerus="yes">
        <source>The password is wrong. After %n more wrong tries you have to sign in again.</source>
        <translation>
            <numerusform>The password is wrong. After %n more wrong try you have to sign in again.</numerusform>
            <numerusform>The password is wrong. After %n more wrong tries you have to sign in again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::workspace::Workspace</name>
    <message numerus="yes">
        <source>%n unsent action(s) kept.</source>
        <translation>
            <numerusform>%n unsent action kept.</numerusform>
            <numerusform>%n unsent actions kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) kept.</source>
        <translation>
            <numerusform>%n draft kept.</numerusform>
            <numerusform>%n drafts kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) could not be read.</source>
        <translation>
            <numerusform>%n record could not be read.</numerusform>
            <numerusform>%n records could not be read.</numerusform>
        </translation>
    </message>
</context>
</TS>

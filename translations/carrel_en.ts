<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
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
    <name>carrel::kit::ErrorTexts</name>
    <message numerus="yes">
        <source>Too many wrong tries. Wait %n second(s), then try once more.</source>
        <translation>
            <numerusform>Too many wrong tries. Wait %n second, then try once more.</numerusform>
            <numerusform>Too many wrong tries. Wait %n seconds, then try once more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carrel::orders::Text</name>
    <message numerus="yes">
        <source>Too many wrong tries. Nothing was signed. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many wrong tries. Nothing was signed. Try again in %n second.</numerusform>
            <numerusform>Too many wrong tries. Nothing was signed. Try again in %n seconds.</numerusform>
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
    <name>carrel::frame::HeaderBar</name>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n waiting to be sent</numerusform>
            <numerusform>%n waiting to be sent</numerusform>
        </translation>
    </message>
</context>
</TS>

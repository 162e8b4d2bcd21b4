<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Bench</name>
    <message>
        <source>cannot be written: {}</source>
        <translation>kann nicht geschrieben werden: {}</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>das ist ein Ordner</translation>
    </message>
    <message>
        <source>it has {} bytes; a workspace has at most {}</source>
        <translation>die Datei hat {} Byte; ein Arbeitsbereich hat höchstens {}</translation>
    </message>
    <message>
        <source>it is no workspace of MeterTwin: it does not begin with &quot;MeterTwin workspace&quot;</source>
        <translation>das ist kein Arbeitsbereich von MeterTwin: die Datei beginnt nicht mit &quot;MeterTwin workspace&quot;</translation>
    </message>
    <message>
        <source>a newer MeterTwin wrote it: its format is {}, this program reads up to {}</source>
        <translation>ein neueres MeterTwin hat die Datei geschrieben: ihr Format ist {}, dieses Programm liest bis {}</translation>
    </message>
    <message>
        <source>its format is 0, formats begin with 1</source>
        <translation>das Format ist 0, Formate beginnen mit 1</translation>
    </message>
    <message>
        <source>it is cut off: {} bytes behind its header, which says {}</source>
        <translation>die Datei ist abgeschnitten: {} Byte hinter dem Kopf, der {} ankündigt</translation>
    </message>
    <message>
        <source>it is too long: {} bytes behind its header, which says {}</source>
        <translation>die Datei ist zu lang: {} Byte hinter dem Kopf, der {} ankündigt</translation>
    </message>
    <message>
        <source>it is damaged: its digest is {:016x}, its header says {:016x}</source>
        <translation>die Datei ist beschädigt: ihre Prüfsumme ist {:016x}, im Kopf steht {:016x}</translation>
    </message>
    <message>
        <source>it ends after {} bytes, inside its header</source>
        <translation>endet nach {} Byte, mitten im Kopf</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>endet zu früh</translation>
    </message>
    <message>
        <source>it has more bytes than it needs</source>
        <translation>hat mehr Byte als nötig</translation>
    </message>
    <message>
        <source>section &quot;{}&quot;: {}</source>
        <translation>Abschnitt „{}“: {}</translation>
    </message>
    <message>
        <source>section &quot;{}&quot; is there twice</source>
        <translation>den Abschnitt „{}“ gibt es zweimal</translation>
    </message>
    <message>
        <source>section &quot;{}&quot; is missing</source>
        <translation>der Abschnitt „{}“ fehlt</translation>
    </message>
    <message>
        <source>a choice is of a kind that does not exist</source>
        <translation>eine Auswahl ist von einer Art, die es nicht gibt</translation>
    </message>
    <message>
        <source>a branch&apos;s number is out of range</source>
        <translation>die Nummer eines Zweigs ist außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>this is not the recording that the workspace was made with: its content has another hash than {:016x}</source>
        <translation>das ist nicht die Aufzeichnung, mit der der Arbeitsbereich entstanden ist: ihr Inhalt hat einen anderen Hash als {:016x}</translation>
    </message>
    <message>
        <source>history: {}</source>
        <translation>Vergangenheit: {}</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>it has no meter</source>
        <translation>sie hat keinen Zähler</translation>
    </message>
    <message>
        <source>its present branch does not exist</source>
        <translation>ihren gegenwärtigen Zweig gibt es nicht</translation>
    </message>
    <message>
        <source>its stretches are of different numbers of meters</source>
        <translation>ihre Abschnitte haben verschieden viele Zähler</translation>
    </message>
    <message>
        <source>a snapshot is missing</source>
        <translation>ein Schnappschuss fehlt</translation>
    </message>
    <message>
        <source>inputs stand outside their stretch</source>
        <translation>Eingaben stehen außerhalb ihres Abschnitts</translation>
    </message>
    <message>
        <source>a branch is empty</source>
        <translation>ein Zweig ist leer</translation>
    </message>
    <message>
        <source>a branch has no number</source>
        <translation>ein Zweig hat keine Nummer</translation>
    </message>
    <message>
        <source>two branches have one number</source>
        <translation>zwei Zweige haben dieselbe Nummer</translation>
    </message>
    <message>
        <source>a branch has no parent before it</source>
        <translation>ein Zweig hat vor sich keinen, von dem er abzweigt</translation>
    </message>
    <message>
        <source>a branch&apos;s stretches are not in order</source>
        <translation>die Abschnitte eines Zweigs sind nicht in der richtigen Reihenfolge</translation>
    </message>
    <message>
        <source>a branch&apos;s ends are not where its stretches are</source>
        <translation>die Enden eines Zweigs passen nicht zu seinen Abschnitten</translation>
    </message>
    <message>
        <source>a branch forks outside its parent</source>
        <translation>ein Zweig geht außerhalb dessen ab, von dem er abzweigt</translation>
    </message>
    <message>
        <source>a snapshot is of another frame than its stretch</source>
        <translation>ein Schnappschuss gehört zu einem anderen Augenblick als sein Abschnitt</translation>
    </message>
    <message>
        <source>it is of {} meters, a line has {} at most</source>
        <translation>sie hat {} Zähler, eine Leitung hat höchstens {}</translation>
    </message>
    <message>
        <source>it is of {} meters, not of {}</source>
        <translation>sie hat {} Zähler, nicht {}</translation>
    </message>
    <message>
        <source>there is no branch {}; there are: {}</source>
        <translation>einen Zweig {} gibt es nicht; es gibt: {}</translation>
    </message>
    <message>
        <source>the name has {} bytes; a branch&apos;s has at most {}</source>
        <translation>der Name hat {} Byte; der eines Zweigs hat höchstens {}</translation>
    </message>
    <message>
        <source>a branch&apos;s name is one line of text</source>
        <translation>der Name eines Zweigs ist eine Zeile Text</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a number; a branch&apos;s name has something else as well</source>
        <translation>„{}“ ist eine Zahl; der Name eines Zweigs hat auch etwas anderes</translation>
    </message>
    <message>
        <source>branch {} is called &quot;{}&quot; already</source>
        <translation>Zweig {} heißt schon „{}“</translation>
    </message>
    <message>
        <source>branch {} is the one that the run is in; go on from another one first</source>
        <translation>der Lauf ist in Zweig {}; zuerst von einem anderen weitergehen</translation>
    </message>
    <message>
        <source>there are {} branches, the most there may be</source>
        <translation>es gibt {} Zweige, mehr dürfen es nicht sein</translation>
    </message>
    <message>
        <source>there are {} branches, and no room for the snapshots of one more: all together may take {} MB</source>
        <translation>es gibt {} Zweige, und für die Schnappschüsse eines weiteren ist kein Platz: alle zusammen dürfen {} MB einnehmen</translation>
    </message>
    <message>
        <source>this run keeps no history: it has no branches</source>
        <translation>dieser Lauf hat keine Vergangenheit: er hat keine Zweige</translation>
    </message>
    <message>
        <source>journal: {}</source>
        <translation>Eingaben: {}</translation>
    </message>
    <message>
        <source>an instant is out of range</source>
        <translation>ein Zeitpunkt ist außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>it ends inside a number</source>
        <translation>enden mitten in einer Zahl</translation>
    </message>
    <message>
        <source>a number is too long</source>
        <translation>eine Zahl ist zu lang</translation>
    </message>
    <message>
        <source>an input is of a kind that does not exist</source>
        <translation>eine Eingabe ist von einer Art, die es nicht gibt</translation>
    </message>
    <message>
        <source>it ends inside an input</source>
        <translation>enden mitten in einer Eingabe</translation>
    </message>
    <message>
        <source>an input has too many bytes</source>
        <translation>eine Eingabe hat zu viele Byte</translation>
    </message>
    <message>
        <source>an input&apos;s byte is missing or not allowed</source>
        <translation>ein Byte einer Eingabe fehlt oder ist nicht erlaubt</translation>
    </message>
    <message>
        <source>an event is of a kind that does not exist</source>
        <translation>ein Ereignis ist von einer Art, die es nicht gibt</translation>
    </message>
    <message>
        <source>snapshot: {}</source>
        <translation>Schnappschuss: {}</translation>
    </message>
    <message>
        <source>it does not begin like a snapshot of this program</source>
        <translation>er beginnt nicht wie ein Schnappschuss dieses Programms</translation>
    </message>
    <message>
        <source>{} is {}, not {}</source>
        <translation>{} ist {}, nicht {}</translation>
    </message>
    <message>
        <source>its version</source>
        <translation>seine Version</translation>
    </message>
    <message>
        <source>its size in bytes</source>
        <translation>seine Größe in Byte</translation>
    </message>
    <message>
        <source>its digest</source>
        <translation>seine Prüfsumme</translation>
    </message>
    <message>
        <source>it is of another version of the meter</source>
        <translation>er ist von einer anderen Version des Zählers</translation>
    </message>
    <message>
        <source>meter settings: {} (asked for {})</source>
        <translation>Einstellungen des Zählers: {} (verlangt ist {})</translation>
    </message>
    <message>
        <source>meter settings: {} (system type {}, CT primary {} A, PT ratio {}, system voltage {} V)</source>
        <translation>Einstellungen des Zählers: {} (Netzform {}, Stromwandler {} A, Wandlerverhältnis {}, Netzspannung {} V)</translation>
    </message>
</context>
<context>
    <name>Capture</name>
    <message>
        <source>cannot be opened: {}</source>
        <translation>kann nicht geöffnet werden: {}</translation>
    </message>
    <message>
        <source>cannot be read: {}</source>
        <translation>kann nicht gelesen werden: {}</translation>
    </message>
    <message>
        <source>cannot be created: {}</source>
        <translation>kann nicht angelegt werden: {}</translation>
    </message>
    <message>
        <source>cannot be written to its end: is the disk full?</source>
        <translation>kann nicht zu Ende geschrieben werden: ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>is a directory; a capture file is needed</source>
        <translation>ist ein Ordner; gebraucht wird eine Datei mit einer Aufzeichnung</translation>
    </message>
    <message>
        <source>is no regular file; a capture file is needed</source>
        <translation>ist keine gewöhnliche Datei; gebraucht wird eine Datei mit einer Aufzeichnung</translation>
    </message>
    <message>
        <source>is no capture known here: COMTRADE (.cfg with .dat, .cff), CSV and WAV are</source>
        <translation>ist keine Aufzeichnung, die hier bekannt ist; das sind COMTRADE (.cfg mit .dat, .cff), CSV und WAV</translation>
    </message>
    <message>
        <source>has a line of more than 16 MiB; this is no table of samples</source>
        <translation>hat eine Zeile von mehr als 16 MiB; das ist keine Tabelle von Abtastwerten</translation>
    </message>
    <message>
        <source>no such capture: a .cfg with its .dat, or a .cff, is needed</source>
        <translation>keine solche Aufzeichnung: gebraucht wird eine .cfg mit ihrer .dat oder eine .cff</translation>
    </message>
    <message>
        <source>its .dat file is missing beside it</source>
        <translation>die .dat-Datei daneben fehlt</translation>
    </message>
    <message>
        <source>has {} bytes; a configuration has at most {}</source>
        <translation>hat {} Byte; eine Konfiguration hat höchstens {}</translation>
    </message>
    <message>
        <source>no section &apos;--- file type: {} ---&apos; in this combined file</source>
        <translation>kein Abschnitt „--- file type: {} ---“ in dieser zusammengefassten Datei</translation>
    </message>
    <message>
        <source>the configuration ends before its {}</source>
        <translation>die Konfiguration endet vor: {}</translation>
    </message>
    <message>
        <source>first line (station, device, revision)</source>
        <translation>erste Zeile (Station, Gerät, Fassung)</translation>
    </message>
    <message>
        <source>channel counts</source>
        <translation>Anzahl der Kanäle</translation>
    </message>
    <message>
        <source>line frequency</source>
        <translation>Netzfrequenz</translation>
    </message>
    <message>
        <source>number of sampling rates</source>
        <translation>Anzahl der Abtastraten</translation>
    </message>
    <message>
        <source>sampling rates</source>
        <translation>Abtastraten</translation>
    </message>
    <message>
        <source>time stamps</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>data type</source>
        <translation>Datenformat</translation>
    </message>
    <message>
        <source>time multiplier</source>
        <translation>Zeitfaktor</translation>
    </message>
    <message>
        <source>analog channels</source>
        <translation>Analogkanäle</translation>
    </message>
    <message>
        <source>status channels</source>
        <translation>Statuskanäle</translation>
    </message>
    <message>
        <source>channel count &apos;{}&apos; is not a number from 0 to {}, followed by {}</source>
        <translation>die Kanalanzahl „{}“ ist keine Zahl von 0 bis {}, gefolgt von {}</translation>
    </message>
    <message>
        <source>{} channels are announced, only {} lines follow</source>
        <translation>{} Kanäle sind angekündigt, nur {} Zeilen folgen</translation>
    </message>
    <message>
        <source>number of sampling rates &apos;{}&apos; is not from 0 to {}</source>
        <translation>die Anzahl der Abtastraten „{}“ ist nicht von 0 bis {}</translation>
    </message>
    <message>
        <source>data type &apos;{}&apos; is none of ASCII, BINARY, BINARY32, FLOAT32</source>
        <translation>das Datenformat „{}“ ist keines von ASCII, BINARY, BINARY32, FLOAT32</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no channel: {} {} are announced, this would be the {}.</source>
        <translation>„{}“ ist kein Kanal: {} {} sind angekündigt, das wäre der {}.</translation>
    </message>
    <message>
        <source>{} rows; COMTRADE counts up to 4294967295</source>
        <translation>{} Zeilen; COMTRADE zählt bis 4294967295</translation>
    </message>
    <message>
        <source>rows of far fewer fields than the {} channels announced</source>
        <translation>Zeilen mit viel weniger Feldern als den {} angekündigten Kanälen</translation>
    </message>
    <message>
        <source>there is neither a time column nor a sampling rate; name a column &apos;time&apos;, or give the rate (--record-rate)</source>
        <translation>es gibt weder eine Zeitspalte noch eine Abtastrate; eine Spalte „time“ nennen oder die Rate angeben (--record-rate)</translation>
    </message>
    <message>
        <source>there is no table of numbers in it: columns of numbers, separated by comma, semicolon, tab or |, are needed</source>
        <translation>es ist keine Tabelle von Zahlen darin: gebraucht werden Spalten von Zahlen, getrennt durch Komma, Semikolon, Tabulator oder |</translation>
    </message>
    <message>
        <source>there is no sampling rate, and the time stamps of the rows are missing or do not rise; rising stamps or a rate above 0 Hz are needed (--record-rate)</source>
        <translation>es gibt keine Abtastrate, und die Zeitstempel der Zeilen fehlen oder steigen nicht; gebraucht werden steigende Zeitstempel oder eine Rate über 0 Hz (--record-rate)</translation>
    </message>
    <message>
        <source>is no WAV file: &apos;RIFF&apos;, &apos;RF64&apos; or &apos;BW64&apos;, a length and &apos;WAVE&apos; are its first bytes</source>
        <translation>ist keine WAV-Datei: „RIFF“, „RF64“ oder „BW64“, eine Länge und „WAVE“ sind ihre ersten Byte</translation>
    </message>
    <message>
        <source>has no fmt chunk</source>
        <translation>hat keinen Block fmt</translation>
    </message>
    <message>
        <source>has no data chunk</source>
        <translation>hat keinen Block data</translation>
    </message>
    <message>
        <source>the fmt chunk at byte {} is cut off</source>
        <translation>der Block fmt bei Byte {} ist abgeschnitten</translation>
    </message>
    <message>
        <source>sample format {} of {} bits cannot be read; PCM (1) of 8, 16, 24, 32 and float (3) of 32, 64 bits can</source>
        <translation>das Abtastformat {} mit {} Bit kann nicht gelesen werden; PCM (1) mit 8, 16, 24, 32 und Gleitkomma (3) mit 32, 64 Bit schon</translation>
    </message>
    <message>
        <source>{} channels at {} Hz: neither may be 0</source>
        <translation>{} Kanäle mit {} Hz: keines davon darf 0 sein</translation>
    </message>
    <message>
        <source>channel {} &apos;{}&apos; [{}]</source>
        <translation>Kanal {} „{}“ [{}]</translation>
    </message>
    <message>
        <source>no three phase voltages among its {} analog channels (phases found: {}; sets of three currents: {}), so there is nothing to meter</source>
        <translation>unter den {} Analogkanälen sind keine drei Phasenspannungen (gefundene Phasen: {}; Sätze von drei Strömen: {}), also gibt es nichts zu messen</translation>
    </message>
    <message>
        <source>no three phase currents among its {} analog channels (phases found: {}; sets of three voltages: {}), so there is nothing to meter</source>
        <translation>unter den {} Analogkanälen sind keine drei Phasenströme (gefundene Phasen: {}; Sätze von drei Spannungen: {}), also gibt es nichts zu messen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>left out: {}: {}</source>
        <translation>weggelassen: {}: {}</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>und {} weitere</translation>
    </message>
    <message>
        <source>a map by hand can name others</source>
        <translation>eine Zuordnung von Hand kann andere nennen</translation>
    </message>
    <message>
        <source>its unit is blank</source>
        <translation>die Einheit ist leer</translation>
    </message>
    <message>
        <source>its unit is &apos;{}&apos;</source>
        <translation>die Einheit ist „{}“</translation>
    </message>
    <message>
        <source>its name says {}</source>
        <translation>der Name nennt {}</translation>
    </message>
    <message>
        <source>a magnitude</source>
        <translation>einen Betrag</translation>
    </message>
    <message>
        <source>an angle</source>
        <translation>einen Winkel</translation>
    </message>
    <message>
        <source>a differential</source>
        <translation>eine Differenz</translation>
    </message>
    <message>
        <source>a bias</source>
        <translation>einen Stabilisierungsstrom</translation>
    </message>
    <message>
        <source>an rms value</source>
        <translation>einen Effektivwert</translation>
    </message>
    <message>
        <source>a DC quantity</source>
        <translation>eine Gleichgröße</translation>
    </message>
    <message>
        <source>a frequency</source>
        <translation>eine Frequenz</translation>
    </message>
    <message>
        <source>a harmonic</source>
        <translation>eine Oberschwingung</translation>
    </message>
    <message>
        <source>a distortion</source>
        <translation>eine Verzerrung</translation>
    </message>
    <message>
        <source>an angle channel beside it makes it a magnitude</source>
        <translation>ein Winkelkanal daneben macht ihn zu einem Betrag</translation>
    </message>
    <message>
        <source>it is measured between two phases</source>
        <translation>er ist zwischen zwei Phasen gemessen</translation>
    </message>
    <message>
        <source>neither its phase field nor its name gives a phase</source>
        <translation>weder das Phasenfeld noch der Name nennt eine Phase</translation>
    </message>
    <message>
        <source>terminal &apos;{}&apos; is none of VA VB VC IA IB IC</source>
        <translation>die Klemme „{}“ ist keine von VA VB VC IA IB IC</translation>
    </message>
    <message>
        <source>channels {} and {} are both named &apos;{}&apos;; give the position instead</source>
        <translation>die Kanäle {} und {} heißen beide „{}“; stattdessen die Stelle angeben</translation>
    </message>
    <message>
        <source>no channel &apos;{}&apos;: neither a name nor a position from 1 to {}</source>
        <translation>kein Kanal „{}“: weder ein Name noch eine Stelle von 1 bis {}</translation>
    </message>
    <message>
        <source>{} cannot be {}: its unit is no voltage</source>
        <translation>{} kann nicht {} sein: die Einheit ist keine Spannung</translation>
    </message>
    <message>
        <source>{} cannot be {}: its unit is no current</source>
        <translation>{} kann nicht {} sein: die Einheit ist kein Strom</translation>
    </message>
    <message>
        <source>{} cannot be {}: it is a voltage</source>
        <translation>{} kann nicht {} sein: er ist eine Spannung</translation>
    </message>
    <message>
        <source>{} cannot be {}: it is a current</source>
        <translation>{} kann nicht {} sein: er ist ein Strom</translation>
    </message>
    <message>
        <source>map entry &apos;{}&apos; is not TERMINAL=channel, such as VA=4</source>
        <translation>der Eintrag „{}“ der Zuordnung ist nicht KLEMME=Kanal wie VA=4</translation>
    </message>
    <message>
        <source>{} is mapped twice</source>
        <translation>{} ist zweimal zugeordnet</translation>
    </message>
    <message>
        <source>{} is not mapped; VA VB VC IA IB IC are all needed</source>
        <translation>{} ist nicht zugeordnet; VA VB VC IA IB IC werden alle gebraucht</translation>
    </message>
    <message>
        <source>hold &apos;{}&apos; is none of pre-fault, end, or seconds of the record from 0 on</source>
        <translation>hold „{}“ ist weder pre-fault noch end noch eine Zahl von Sekunden der Aufzeichnung ab 0</translation>
    </message>
    <message>
        <source>side &apos;{}&apos; is neither primary nor secondary</source>
        <translation>side „{}“ ist weder primary noch secondary</translation>
    </message>
    <message>
        <source>resampling &apos;{}&apos; is neither ideal nor hardware</source>
        <translation>resample „{}“ ist weder ideal noch hardware</translation>
    </message>
    <message>
        <source>scale entry &apos;{}&apos; is not TERMINAL=factor, such as VA=1.05 or I=-200; terminals are VA VB VC IA IB IC, V and I stand for three, and a factor is not 0</source>
        <translation>der Eintrag „{}“ von scale ist nicht KLEMME=Faktor wie VA=1.05 oder I=-200; Klemmen sind VA VB VC IA IB IC, V und I stehen für drei, und ein Faktor ist nicht 0</translation>
    </message>
    <message>
        <source>{} rows of samples; two cycles are needed</source>
        <translation>{} Zeilen mit Abtastwerten; zwei Perioden werden gebraucht</translation>
    </message>
    <message>
        <source>{} rows of samples in the part that was asked for; two cycles are needed</source>
        <translation>{} Zeilen mit Abtastwerten im verlangten Teil; zwei Perioden werden gebraucht</translation>
    </message>
    <message>
        <source>channel {} &apos;{}&apos; has no samples at all</source>
        <translation>Kanal {} „{}“ hat überhaupt keine Abtastwerte</translation>
    </message>
    <message>
        <source>{} rows at {:.5g} Hz last {:.3g} cycles of {:g} Hz; a waveform to hold needs at least 2 cycles of {:g} rows each</source>
        <translation>{} Zeilen mit {:.5g} Hz dauern {:.3g} Perioden von {:g} Hz; eine Kurve zum Halten braucht mindestens 2 Perioden von je {:g} Zeilen</translation>
    </message>
    <message>
        <source>lasts {:.3g} cycles of {:.5g} Hz; 2 are needed</source>
        <translation>dauert {:.3g} Perioden von {:.5g} Hz; 2 werden gebraucht</translation>
    </message>
    <message>
        <source>no whole cycle to hold at {:g} s; the record that is played goes from {:.6g} to {:.6g} s</source>
        <translation>bei {:g} s gibt es keine ganze Periode zum Halten; was abgespielt wird, geht von {:.6g} bis {:.6g} s</translation>
    </message>
    <message>
        <source>{:.6g} V rms line to neutral; the meter&apos;s largest PT ratio, {:g}, allows {:g} V</source>
        <translation>{:.6g} V effektiv gegen den Neutralleiter; das größte Wandlerverhältnis des Zählers, {:g}, erlaubt {:g} V</translation>
    </message>
    <message>
        <source>practically no signal: the strongest cycle of the phase voltages has {:.3g} V rms, of the currents {:.3g} A; at least {:g} V or {:g} A are needed</source>
        <translation>so gut wie kein Signal: die stärkste Periode der Phasenspannungen hat {:.3g} V effektiv, die der Ströme {:.3g} A; mindestens {:g} V oder {:g} A werden gebraucht</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>read {} ({})</source>
        <translation>lesen {} ({})</translation>
    </message>
    <message>
        <source>write {} ({})</source>
        <translation>schreiben {} ({})</translation>
    </message>
    <message>
        <source>written {}</source>
        <translation>geschrieben {}</translation>
    </message>
    <message>
        <source>{} points from {} to {}</source>
        <translation>{} Werte von {} bis {}</translation>
    </message>
    <message>
        <source>register {} (none)</source>
        <translation>Register {} (keines)</translation>
    </message>
    <message>
        <source>{} (high word)</source>
        <translation>{} (höherwertiges Wort)</translation>
    </message>
    <message>
        <source>{} (low word)</source>
        <translation>{} (niederwertiges Wort)</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>exception {:02X} {}</source>
        <translation>Ausnahme {:02X} {}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>function {:02X}</source>
        <translation>Funktion {:02X}</translation>
    </message>
    <message>
        <source>broadcast: {}</source>
        <translation>Rundruf: {}</translation>
    </message>
    <message>
        <source>another slave&apos;s answer: {}</source>
        <translation>Antwort eines anderen Slaves: {}</translation>
    </message>
    <message>
        <source>{}, {}, from {}</source>
        <translation>{}, {}, ab {}</translation>
    </message>
    <message>
        <source>basic</source>
        <translation>Grundangaben</translation>
    </message>
    <message>
        <source>regular</source>
        <translation>übliche Angaben</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>erweiterte Angaben</translation>
    </message>
    <message>
        <source>one object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>unknown code</source>
        <translation>unbekannter Code</translation>
    </message>
    <message>
        <source>object {:02X}</source>
        <translation>Objekt {:02X}</translation>
    </message>
    <message>
        <source>id {:02X}, off, {}</source>
        <translation>Kennung {:02X}, aus, {}</translation>
    </message>
    <message>
        <source>id {:02X}, on, {}</source>
        <translation>Kennung {:02X}, ein, {}</translation>
    </message>
    <message>
        <source>bad CRC: expected {:04X}, found {:04X}</source>
        <translation>falsche Prüfsumme (CRC): erwartet {:04X}, gefunden {:04X}</translation>
    </message>
    <message>
        <source>truncated: {} of {} bytes</source>
        <translation>abgeschnitten: {} von {} Bytes</translation>
    </message>
    <message>
        <source>too short for a frame: {} bytes</source>
        <translation>zu kurz für ein Telegramm: {} Bytes</translation>
    </message>
    <message>
        <source>not as long as its header says</source>
        <translation>nicht so lang, wie der Kopf sagt</translation>
    </message>
    <message>
        <source>{} bytes of junk around the answer</source>
        <translation>{} fremde Bytes um die Antwort</translation>
    </message>
    <message>
        <source>collision: two senders at once</source>
        <translation>Kollision: zwei Sender zugleich</translation>
    </message>
    <message>
        <source>echo of the request</source>
        <translation>Echo der Anfrage</translation>
    </message>
    <message>
        <source>wrong address: {} was asked, {} answers</source>
        <translation>falsche Adresse: {} war gefragt, {} antwortet</translation>
    </message>
    <message>
        <source>does not fit the request</source>
        <translation>passt nicht zur Anfrage</translation>
    </message>
    <message>
        <source>an answer that nobody waits for</source>
        <translation>eine Antwort, auf die niemand wartet</translation>
    </message>
    <message>
        <source>request {} got no answer</source>
        <translation>Anfrage {} blieb ohne Antwort</translation>
    </message>
    <message>
        <source>request {} got no answer; this is a retry</source>
        <translation>Anfrage {} blieb ohne Antwort; dies ist ihre Wiederholung</translation>
    </message>
    <message>
        <source>log filter &quot;{}&quot;: {}</source>
        <translation>Filter „{}“: {}</translation>
    </message>
    <message>
        <source>&apos;{}&apos;, allowed is {}</source>
        <translation>„{}“, erlaubt ist {}</translation>
    </message>
    <message>
        <source>0 to {}</source>
        <translation>0 bis {}</translation>
    </message>
    <message>
        <source>seconds, 0 to 1e9</source>
        <translation>Sekunden, 0 bis 1e9</translation>
    </message>
    <message>
        <source>a number, a range like 257-300 or a name of the map</source>
        <translation>eine Nummer, ein Bereich wie 257-300 oder der Name eines Registers</translation>
    </message>
    <message>
        <source>request or answer</source>
        <translation>request oder answer</translation>
    </message>
    <message>
        <source>rtu or mbap</source>
        <translation>rtu oder mbap</translation>
    </message>
    <message>
        <source>unknown key &apos;{}&apos;, allowed is {}</source>
        <translation>unbekannter Schlüssel „{}“, erlaubt ist {}</translation>
    </message>
    <message>
        <source>unknown key &apos;{}&apos;, did you mean &apos;{}&apos;?, allowed is {}</source>
        <translation>unbekannter Schlüssel „{}“, war „{}“ gemeint? Erlaubt ist {}</translation>
    </message>
    <message>
        <source>no value, allowed is {}=VALUE</source>
        <translation>kein Wert, erlaubt ist {}=WERT</translation>
    </message>
    <message>
        <source>read coils</source>
        <translation>Coils lesen</translation>
    </message>
    <message>
        <source>read discrete inputs</source>
        <translation>diskrete Eingänge lesen</translation>
    </message>
    <message>
        <source>read holding registers</source>
        <translation>Holding-Register lesen</translation>
    </message>
    <message>
        <source>read input registers</source>
        <translation>Input-Register lesen</translation>
    </message>
    <message>
        <source>write single coil</source>
        <translation>eine Coil schreiben</translation>
    </message>
    <message>
        <source>write single register</source>
        <translation>ein Register schreiben</translation>
    </message>
    <message>
        <source>read exception status</source>
        <translation>Ausnahmestatus lesen</translation>
    </message>
    <message>
        <source>diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>get comm event counter</source>
        <translation>Ereigniszähler der Leitung lesen</translation>
    </message>
    <message>
        <source>get comm event log</source>
        <translation>Ereignisliste der Leitung lesen</translation>
    </message>
    <message>
        <source>write multiple coils</source>
        <translation>mehrere Coils schreiben</translation>
    </message>
    <message>
        <source>write multiple registers</source>
        <translation>mehrere Register schreiben</translation>
    </message>
    <message>
        <source>report server id</source>
        <translation>Geräteangaben lesen</translation>
    </message>
    <message>
        <source>read file record</source>
        <translation>Dateisatz lesen</translation>
    </message>
    <message>
        <source>write file record</source>
        <translation>Dateisatz schreiben</translation>
    </message>
    <message>
        <source>mask write register</source>
        <translation>Register mit Maske schreiben</translation>
    </message>
    <message>
        <source>read/write multiple registers</source>
        <translation>mehrere Register lesen und schreiben</translation>
    </message>
    <message>
        <source>read FIFO queue</source>
        <translation>FIFO-Puffer lesen</translation>
    </message>
    <message>
        <source>read device identification</source>
        <translation>Geräteidentifikation lesen</translation>
    </message>
</context>
<context>
    <name>Modbus</name>
    <message>
        <source>illegal function</source>
        <translation>unzulässige Funktion</translation>
    </message>
    <message>
        <source>illegal data address</source>
        <translation>unzulässige Datenadresse</translation>
    </message>
    <message>
        <source>illegal data value</source>
        <translation>unzulässiger Datenwert</translation>
    </message>
    <message>
        <source>server device failure</source>
        <translation>Gerätefehler</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation>angenommen, dauert noch</translation>
    </message>
    <message>
        <source>server device busy</source>
        <translation>Gerät beschäftigt</translation>
    </message>
    <message>
        <source>negative acknowledge</source>
        <translation>nicht ausführbar</translation>
    </message>
    <message>
        <source>memory parity error</source>
        <translation>Paritätsfehler im Speicher</translation>
    </message>
    <message>
        <source>gateway path unavailable</source>
        <translation>Gateway: kein Weg zum Gerät</translation>
    </message>
    <message>
        <source>gateway target device failed to respond</source>
        <translation>Gateway: Zielgerät antwortet nicht</translation>
    </message>
</context>
<context>
    <name>Poll</name>
    <message>
        <source>not valid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>cannot connect to {}: {}</source>
        <translation>keine Verbindung zu {}: {}</translation>
    </message>
    <message>
        <source>refused, or no such host</source>
        <translation>abgelehnt, oder den Host gibt es nicht</translation>
    </message>
    <message>
        <source>no answer within {:.0f} ms ({})</source>
        <translation>keine Antwort innerhalb von {:.0f} ms ({})</translation>
    </message>
    <message>
        <source>an answer that broke off after {:.0f} ms ({})</source>
        <translation>eine Antwort, die nach {:.0f} ms abbrach ({})</translation>
    </message>
    <message>
        <source>exception {:02X}, {} ({})</source>
        <translation>Ausnahme {:02X}, {} ({})</translation>
    </message>
    <message>
        <source>{} ({})</source>
        <translation>{} ({})</translation>
    </message>
    <message>
        <source>an answer with a wrong CRC</source>
        <translation>eine Antwort mit falscher Prüfsumme (CRC)</translation>
    </message>
    <message>
        <source>an answer from another address</source>
        <translation>eine Antwort von einer anderen Adresse</translation>
    </message>
    <message>
        <source>an answer that does not fit the request</source>
        <translation>eine Antwort, die nicht zur Anfrage passt</translation>
    </message>
    <message>
        <source>an exception that does not fit the request</source>
        <translation>eine Ausnahme, die nicht zur Anfrage passt</translation>
    </message>
    <message>
        <source>an exception code that Modbus does not know</source>
        <translation>ein Ausnahmecode, den Modbus nicht kennt</translation>
    </message>
    <message>
        <source>an answer with too many registers</source>
        <translation>eine Antwort mit zu vielen Registern</translation>
    </message>
    <message>
        <source>the connection was closed by the other side</source>
        <translation>die Gegenseite hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>the connection is closed</source>
        <translation>die Verbindung ist geschlossen</translation>
    </message>
    <message>
        <source>the device is gone</source>
        <translation>das Gerät ist weg</translation>
    </message>
    <message>
        <source>{} ({}) reads {}; a scale is -4 to 4</source>
        <translation>{} ({}) liest sich als {}; eine Skalierung ist -4 bis 4</translation>
    </message>
    <message>
        <source>reading register {}</source>
        <translation>Lesen von Register {}</translation>
    </message>
    <message>
        <source>reading registers {} to {}</source>
        <translation>Lesen der Register {} bis {}</translation>
    </message>
    <message>
        <source>writing {} to register {}</source>
        <translation>Schreiben von {} in Register {}</translation>
    </message>
    <message>
        <source>writing registers {} to {}</source>
        <translation>Schreiben der Register {} bis {}</translation>
    </message>
    <message>
        <source>asking for the slave id, function 11</source>
        <translation>Frage nach den Geräteangaben, Funktion 11</translation>
    </message>
    <message>
        <source>asking for the device identification, function 2B/0E</source>
        <translation>Frage nach der Geräteidentifikation, Funktion 2B/0E</translation>
    </message>
    <message>
        <source>{} ({} 8{}{}, address {})</source>
        <translation>{} ({} 8{}{}, Adresse {})</translation>
    </message>
    <message>
        <source>{} {}:{} (unit {})</source>
        <translation>{} {}:{} (Unit {})</translation>
    </message>
    <message>
        <source>&quot;{}&quot;: {}</source>
        <translation>„{}“: {}</translation>
    </message>
    <message>
        <source>there is no &quot;{}&quot; here; there are {}</source>
        <translation>„{}“ gibt es hier nicht; es gibt {}</translation>
    </message>
    <message>
        <source>address, baud, parity and stop</source>
        <translation>address, baud, parity und stop</translation>
    </message>
    <message>
        <source>unit and address</source>
        <translation>unit und address</translation>
    </message>
    <message>
        <source>{} is &quot;{}&quot;; allowed are {}</source>
        <translation>{} ist „{}“; erlaubt sind {}</translation>
    </message>
    <message>
        <source>1 to 247 (for tcp also 0 and 255)</source>
        <translation>1 bis 247 (bei tcp auch 0 und 255)</translation>
    </message>
    <message>
        <source>1200, 2400, 4800, 9600, 19200, 38400, 57600 and 115200</source>
        <translation>1200, 2400, 4800, 9600, 19200, 38400, 57600 und 115200</translation>
    </message>
    <message>
        <source>none, even and odd</source>
        <translation>none, even und odd</translation>
    </message>
    <message>
        <source>1 and 2</source>
        <translation>1 und 2</translation>
    </message>
    <message>
        <source>&quot;%{}&quot; is no byte; allowed is %01 to %FF</source>
        <translation>„%{}“ ist kein Byte; erlaubt ist %01 bis %FF</translation>
    </message>
    <message>
        <source>the port is &quot;{}&quot;; allowed is 1 to 65535</source>
        <translation>der Port ist „{}“; erlaubt ist 1 bis 65535</translation>
    </message>
    <message>
        <source>the host is &quot;{}&quot;; allowed is a name, an IPv4 address or an IPv6 address in brackets</source>
        <translation>der Host ist „{}“; erlaubt ist ein Name, eine IPv4-Adresse oder eine IPv6-Adresse in Klammern</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no way to a meter; there are rtu, tcp and rtutcp</source>
        <translation>„{}“ ist kein Weg zu einem Zähler; es gibt rtu, tcp und rtutcp</translation>
    </message>
    <message>
        <source>the device is missing; write rtu:///dev/ttyUSB0</source>
        <translation>das Gerät fehlt; zum Beispiel rtu:///dev/ttyUSB0</translation>
    </message>
    <message>
        <source>point &quot;{}&quot;: {}; allowed are a name of `metertwin-cli map`, also with * or ?, a register number, a range like 1-52, and all, integers, config, floats, identity, settings, scales, energies, demands</source>
        <translation>Wert „{}“: {}; erlaubt sind ein Name aus „metertwin-cli map“, auch mit * oder ?, eine Registernummer, ein Bereich wie 1-52, und all, integers, config, floats, identity, settings, scales, energies, demands</translation>
    </message>
    <message>
        <source>the range ends before it starts</source>
        <translation>der Bereich endet, bevor er beginnt</translation>
    </message>
    <message>
        <source>the meter has no register there</source>
        <translation>dort hat der Zähler kein Register</translation>
    </message>
    <message>
        <source>there is no such register</source>
        <translation>ein solches Register gibt es nicht</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>Ports</name>
    <message>
        <source>&quot;{}&quot; is no TCP address: {}; allowed is [HOST:]PORT, HOST an IP address (IPv6 in brackets) or localhost, PORT 0 to 65535</source>
        <translation>„{}“ ist keine TCP-Adresse: {}; erlaubt ist [HOST:]PORT, HOST eine IP-Adresse (IPv6 in Klammern) oder localhost, PORT 0 bis 65535</translation>
    </message>
    <message>
        <source>the port is &quot;{}&quot;</source>
        <translation>der Port ist „{}“</translation>
    </message>
    <message>
        <source>the host is &quot;{}&quot;</source>
        <translation>der Host ist „{}“</translation>
    </message>
    <message>
        <source>cannot listen on {}</source>
        <translation>{} kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>cannot open the serial line {}</source>
        <translation>der serielle Anschluss {} kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>cannot set up the line {}</source>
        <translation>der Anschluss {} kann nicht eingestellt werden</translation>
    </message>
    <message>
        <source>cannot open a pseudo terminal: {}</source>
        <translation>kein virtueller serieller Anschluss (pty) kann geöffnet werden: {}</translation>
    </message>
    <message>
        <source>cannot lock the pseudo terminal</source>
        <translation>der virtuelle serielle Anschluss (pty) kann nicht gesperrt werden</translation>
    </message>
    <message>
        <source>cannot make the port link {}</source>
        <translation>der Link {} zum Anschluss kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>cannot make the port link {} ({})</source>
        <translation>der Link {} zum Anschluss kann nicht angelegt werden ({})</translation>
    </message>
    <message>
        <source>the stale link cannot be replaced</source>
        <translation>der veraltete Link kann nicht ersetzt werden</translation>
    </message>
    <message>
        <source>something that is not a symbolic link is there already</source>
        <translation>dort ist schon etwas, das kein symbolischer Link ist</translation>
    </message>
    <message>
        <source>it is a symbolic link to {}, not to a terminal</source>
        <translation>es ist ein symbolischer Link auf {}, nicht auf ein Terminal</translation>
    </message>
    <message>
        <source>another program serves a meter there ({})</source>
        <translation>ein anderes Programm bedient dort einen Zähler ({})</translation>
    </message>
    <message>
        <source>it leads to {}, which cannot be examined</source>
        <translation>er führt zu {}, das nicht untersucht werden kann</translation>
    </message>
</context>
<context>
    <name>Registers</name>
    <message>
        <source>Total real energy consumption, MSW in 1, LSW in 2. Cleared by 129&lt;-30078. Unidirectional: only ever increases</source>
        <translation>Wirkenergie Bezug gesamt, höherwertiges Wort in 1, niederwertiges in 2. Gelöscht durch 129&lt;-30078. Nur eine Richtung: steigt immer nur</translation>
    </message>
    <message>
        <source>kWh</source>
        <translation>kWh</translation>
    </message>
    <message>
        <source>Total instantaneous real power of the active phases</source>
        <translation>Wirkleistung gesamt der vorhandenen Phasen, Augenblickswert</translation>
    </message>
    <message>
        <source>kW</source>
        <translation>kW</translation>
    </message>
    <message>
        <source>Total instantaneous reactive power</source>
        <translation>Blindleistung gesamt, Augenblickswert</translation>
    </message>
    <message>
        <source>kVAR</source>
        <translation>kvar</translation>
    </message>
    <message>
        <source>Total instantaneous apparent power</source>
        <translation>Scheinleistung gesamt, Augenblickswert</translation>
    </message>
    <message>
        <source>kVA</source>
        <translation>kVA</translation>
    </message>
    <message>
        <source>Total power factor = total kW / total kVA (fixed scale 0.0001: fixed scale is inferred)</source>
        <translation>Leistungsfaktor gesamt = kW gesamt / kVA gesamt (feste Skalierung 0.0001, erschlossen)</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>Verh.</translation>
    </message>
    <message>
        <source>Average line-to-line voltage over valid pairs; QNAN if system type has no L-L</source>
        <translation>Mittelwert der gültigen Außenleiterspannungen; QNAN, wenn die Netzform keine hat</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>Average line-to-neutral voltage over valid phases; QNAN if no neutral</source>
        <translation>Mittelwert der gültigen Sternspannungen; QNAN ohne Neutralleiter</translation>
    </message>
    <message>
        <source>Average current over active CTs</source>
        <translation>Mittelwert der Ströme der vorhandenen Stromwandler</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Real power phase A</source>
        <translation>Wirkleistung Phase A</translation>
    </message>
    <message>
        <source>Real power phase B</source>
        <translation>Wirkleistung Phase B</translation>
    </message>
    <message>
        <source>Real power phase C</source>
        <translation>Wirkleistung Phase C</translation>
    </message>
    <message>
        <source>Power factor phase A</source>
        <translation>Leistungsfaktor Phase A</translation>
    </message>
    <message>
        <source>Power factor phase B</source>
        <translation>Leistungsfaktor Phase B</translation>
    </message>
    <message>
        <source>Power factor phase C</source>
        <translation>Leistungsfaktor Phase C</translation>
    </message>
    <message>
        <source>Voltage phase A-B</source>
        <translation>Außenleiterspannung A-B</translation>
    </message>
    <message>
        <source>Voltage phase B-C</source>
        <translation>Außenleiterspannung B-C</translation>
    </message>
    <message>
        <source>Voltage phase A-C</source>
        <translation>Außenleiterspannung A-C</translation>
    </message>
    <message>
        <source>Voltage phase A-N</source>
        <translation>Sternspannung A-N</translation>
    </message>
    <message>
        <source>Voltage phase B-N</source>
        <translation>Sternspannung B-N</translation>
    </message>
    <message>
        <source>Voltage phase C-N</source>
        <translation>Sternspannung C-N</translation>
    </message>
    <message>
        <source>Instantaneous current phase A</source>
        <translation>Strom Phase A, Augenblickswert</translation>
    </message>
    <message>
        <source>Instantaneous current phase B</source>
        <translation>Strom Phase B, Augenblickswert</translation>
    </message>
    <message>
        <source>Instantaneous current phase C</source>
        <translation>Strom Phase C, Augenblickswert</translation>
    </message>
    <message>
        <source>Reserved, returns QNAN 0x8000 (float twin 305/306 returns 0x7FC00000)</source>
        <translation>Reserviert, liefert QNAN 0x8000 (der Gleitkomma-Zwilling 305/306 liefert 0x7FC00000)</translation>
    </message>
    <message>
        <source>Line frequency derived from phase A (fixed scale 0.01 inferred; float twin range 45.0-65.0)</source>
        <translation>Netzfrequenz, aus Phase A gewonnen (feste Skalierung 0.01 erschlossen; Bereich des Gleitkomma-Zwillings 45.0-65.0)</translation>
    </message>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>Apparent energy consumption</source>
        <translation>Scheinenergie Bezug</translation>
    </message>
    <message>
        <source>kVAh</source>
        <translation>kVAh</translation>
    </message>
    <message>
        <source>Reactive energy consumption</source>
        <translation>Blindenergie Bezug</translation>
    </message>
    <message>
        <source>kVARh</source>
        <translation>kvarh</translation>
    </message>
    <message>
        <source>Apparent power phase A</source>
        <translation>Scheinleistung Phase A</translation>
    </message>
    <message>
        <source>Apparent power phase B</source>
        <translation>Scheinleistung Phase B</translation>
    </message>
    <message>
        <source>Apparent power phase C</source>
        <translation>Scheinleistung Phase C</translation>
    </message>
    <message>
        <source>Reactive power phase A</source>
        <translation>Blindleistung Phase A</translation>
    </message>
    <message>
        <source>Reactive power phase B</source>
        <translation>Blindleistung Phase B</translation>
    </message>
    <message>
        <source>Reactive power phase C</source>
        <translation>Blindleistung Phase C</translation>
    </message>
    <message>
        <source>Total real power present demand</source>
        <translation>Wirkleistung gesamt, laufender Leistungsmittelwert</translation>
    </message>
    <message>
        <source>Total reactive power present demand</source>
        <translation>Blindleistung gesamt, laufender Leistungsmittelwert</translation>
    </message>
    <message>
        <source>Total apparent power present demand</source>
        <translation>Scheinleistung gesamt, laufender Leistungsmittelwert</translation>
    </message>
    <message>
        <source>Total real power maximum demand. Reset to present demand by 129&lt;-21212</source>
        <translation>Wirkleistung gesamt, höchster Leistungsmittelwert. Durch 129&lt;-21212 auf den laufenden zurückgesetzt</translation>
    </message>
    <message>
        <source>Total reactive power maximum demand. Reset to present demand by 129&lt;-21212</source>
        <translation>Blindleistung gesamt, höchster Leistungsmittelwert. Durch 129&lt;-21212 auf den laufenden zurückgesetzt</translation>
    </message>
    <message>
        <source>Total apparent power maximum demand. Reset to present demand by 129&lt;-21212</source>
        <translation>Scheinleistung gesamt, höchster Leistungsmittelwert. Durch 129&lt;-21212 auf den laufenden zurückgesetzt</translation>
    </message>
    <message>
        <source>Pulse counter 1 (real energy), counts pulses of the Wh weight in 144. Cleared by 129&lt;-16498. Rolls to 0</source>
        <translation>Impulszähler 1 (Wirkenergie), zählt Impulse der Wertigkeit in Wh aus 144. Gelöscht durch 129&lt;-16498. Läuft auf 0 über</translation>
    </message>
    <message>
        <source>pulses</source>
        <translation>Imp.</translation>
    </message>
    <message>
        <source>Pulse counter 2 (reactive energy), VARh weight in 144. Cleared by 129&lt;-16498. No physical VARh output on 4000-R</source>
        <translation>Impulszähler 2 (Blindenergie), Wertigkeit in varh aus 144. Gelöscht durch 129&lt;-16498. Der 4000-R hat keinen Ausgang für varh</translation>
    </message>
    <message>
        <source>Real energy consumption phase A</source>
        <translation>Wirkenergie Bezug Phase A</translation>
    </message>
    <message>
        <source>Real energy consumption phase B</source>
        <translation>Wirkenergie Bezug Phase B</translation>
    </message>
    <message>
        <source>Real energy consumption phase C</source>
        <translation>Wirkenergie Bezug Phase C</translation>
    </message>
    <message>
        <source>Command/reset register. Reads 0. 30078 clear all energies; 21211 begin new demand sub-interval; 21212 max demand := present demand; 16498 clear pulse counters. 16640 (reset logging) exists on logging siblings only</source>
        <translation>Register für Befehle und Rücksetzen. Liest sich als 0. 30078 löscht alle Energien; 21211 beginnt eine neue Teilperiode; 21212 höchster := laufender Leistungsmittelwert; 16498 löscht die Impulszähler. 16640 (Lastgang löschen) haben nur Geschwister mit Lastgangspeicher</translation>
    </message>
    <message>
        <source>10 A+N; 11 A+B; 12 A+B+N; 31 delta A+B+C; 40 wye A+B+C+N</source>
        <translation>10 A+N; 11 A+B; 12 A+B+N; 31 Dreieck A+B+C; 40 Stern A+B+C+N</translation>
    </message>
    <message>
        <source>CT primary amps (siblings: 1-32000, E50H5A 5-32000; 4000-R overview states 5 A to 5000 A so 5-5000 is the recommended range)</source>
        <translation>Primärstrom des Stromwandlers in A (Geschwister: 1-32000, E50H5A 5-32000; die Übersicht des 4000-R nennt 5 A bis 5000 A, empfohlen ist daher 5-5000)</translation>
    </message>
    <message>
        <source>CT secondary interface (1 = 1 V, 3 = 1/3 V). On rope-CT hardware not user configurable and reads QNAN</source>
        <translation>Sekundärseite des Stromwandlers (1 = 1 V, 3 = 1/3 V). Mit Rogowskispulen nicht einstellbar, liest sich als QNAN</translation>
    </message>
    <message>
        <source>PT ratio times 100 (200 = 2:1; range 0.01-320.00). Set before 134</source>
        <translation>Wandlerverhältnis der Spannungswandler mal 100 (200 = 2:1; Bereich 0.01-320.00). Vor 134 einstellen</translation>
    </message>
    <message>
        <source>x0.01</source>
        <translation>x0.01</translation>
    </message>
    <message>
        <source>System voltage, L-L except type 10 where it is L-N. Refused unless 82 &lt;= value/PT &lt;= 660</source>
        <translation>Netzspannung, Außenleiterspannung, in Netzform 10 Sternspannung. Abgelehnt, wenn nicht 82 &lt;= Wert/Wandlerverhältnis &lt;= 660</translation>
    </message>
    <message>
        <source>Theoretical maximum system power from 130,131,134 at PF 1; recomputed whenever one changes; W scaling</source>
        <translation>Theoretische Höchstleistung der Anlage aus 130, 131, 134 bei Leistungsfaktor 1; neu berechnet, wenn sich eines ändert; Skalierung W</translation>
    </message>
    <message>
        <source>Reserved, returns 0</source>
        <translation>Reserviert, liefert 0</translation>
    </message>
    <message>
        <source>0 = IEC (U,V,P,Q,S); 1 = IEEE (VLL,VLN,W,VAR,VA)</source>
        <translation>0 = IEC (U,V,P,Q,S); 1 = IEEE (VLL,VLN,W,VAR,VA)</translation>
    </message>
    <message>
        <source>Scale factor for current integers: multiplier 10^n. Recomputed when configuration changes</source>
        <translation>Skalierung der ganzzahligen Ströme: Faktor 10^n. Neu berechnet, wenn sich Einstellungen ändern</translation>
    </message>
    <message>
        <source>exponent</source>
        <translation>Exp.</translation>
    </message>
    <message>
        <source>Scale factor for voltage integers: multiplier 10^n. Recomputed when configuration changes</source>
        <translation>Skalierung der ganzzahligen Spannungen: Faktor 10^n. Neu berechnet, wenn sich Einstellungen ändern</translation>
    </message>
    <message>
        <source>Scale factor for power integers: multiplier 10^n. Recomputed when configuration changes</source>
        <translation>Skalierung der ganzzahligen Leistungen: Faktor 10^n. Neu berechnet, wenn sich Einstellungen ändern</translation>
    </message>
    <message>
        <source>Scale factor for energy integers: multiplier 10^n. Recomputed when configuration changes</source>
        <translation>Skalierung der ganzzahligen Energien: Faktor 10^n. Neu berechnet, wenn sich Einstellungen ändern</translation>
    </message>
    <message>
        <source>Phase loss voltage threshold, percent below expected voltage</source>
        <translation>Schwelle der Spannung für Phasenausfall, Prozent unter der erwarteten Spannung</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Phase loss imbalance threshold, percent phase-to-phase difference</source>
        <translation>Schwelle der Unsymmetrie für Phasenausfall, Unterschied der Phasen in Prozent</translation>
    </message>
    <message>
        <source>Energy (Wh and VARh) per pulse. Rejected if no pulse duration keeps up with 135</source>
        <translation>Energie (Wh und varh) je Impuls. Abgelehnt, wenn keine Impulsdauer mit 135 mithält</translation>
    </message>
    <message>
        <source>Wh</source>
        <translation>Wh</translation>
    </message>
    <message>
        <source>Closure time chosen by the meter: slowest that keeps up with 135; open time &gt;= closure time</source>
        <translation>Vom Zähler gewählte Schließzeit: die langsamste, die mit 135 mithält; Öffnungszeit &gt;= Schließzeit</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Diagnostic alert bitmap, 1 = active, see spec section 3.5</source>
        <translation>Bitfeld der Diagnosealarme, 1 = steht an, siehe Spezifikation 3.5</translation>
    </message>
    <message>
        <source>bitmap</source>
        <translation>Bitfeld</translation>
    </message>
    <message>
        <source>Count of energy accumulator resets</source>
        <translation>Wie oft die Energien gelöscht wurden</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Sub-intervals per demand interval; 1 = block. Ignored when 150 = 0</source>
        <translation>Teilperioden je Messperiode; 1 = Block. Ohne Wirkung, wenn 150 = 0</translation>
    </message>
    <message>
        <source>Sub-interval length. 0 = sync-to-comms (use 129&lt;-21211)</source>
        <translation>Länge der Teilperiode. 0 = von der Leitung gesteuert (mit 129&lt;-21211)</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Power up counter (control power cycles)</source>
        <translation>Zähler des Einschaltens (der Hilfsspannung)</translation>
    </message>
    <message>
        <source>Output configuration; 0 = N.O. energy contact + N.C. phase loss contact</source>
        <translation>Ausgänge; 0 = Energiekontakt als Schließer + Kontakt für Phasenausfall als Öffner</translation>
    </message>
    <message>
        <source>Real energy consumption (twin of 1/2)</source>
        <translation>Wirkenergie Bezug (Zwilling von 1/2)</translation>
    </message>
    <message>
        <source>Real energy consumption, same value as 257/258 (twin of LSW slot)</source>
        <translation>Wirkenergie Bezug, gleicher Wert wie 257/258 (Zwilling des niederwertigen Worts)</translation>
    </message>
    <message>
        <source>Total instantaneous real power</source>
        <translation>Wirkleistung gesamt, Augenblickswert</translation>
    </message>
    <message>
        <source>Total power factor</source>
        <translation>Leistungsfaktor gesamt</translation>
    </message>
    <message>
        <source>Average L-L voltage</source>
        <translation>Mittelwert der Außenleiterspannungen</translation>
    </message>
    <message>
        <source>Average L-N voltage</source>
        <translation>Mittelwert der Sternspannungen</translation>
    </message>
    <message>
        <source>Average current</source>
        <translation>Mittelwert der Ströme</translation>
    </message>
    <message>
        <source>Voltage A-B</source>
        <translation>Außenleiterspannung A-B</translation>
    </message>
    <message>
        <source>Voltage B-C</source>
        <translation>Außenleiterspannung B-C</translation>
    </message>
    <message>
        <source>Voltage A-C</source>
        <translation>Außenleiterspannung A-C</translation>
    </message>
    <message>
        <source>Voltage A-N</source>
        <translation>Sternspannung A-N</translation>
    </message>
    <message>
        <source>Voltage B-N</source>
        <translation>Sternspannung B-N</translation>
    </message>
    <message>
        <source>Voltage C-N</source>
        <translation>Sternspannung C-N</translation>
    </message>
    <message>
        <source>Reserved, returns 0x7FC00000</source>
        <translation>Reserviert, liefert 0x7FC00000</translation>
    </message>
    <message>
        <source>Frequency derived from phase A</source>
        <translation>Frequenz, aus Phase A gewonnen</translation>
    </message>
    <message>
        <source>Total apparent power present demand (guide prints NV on this row; its two sisters are not NV, treat as misprint)</source>
        <translation>Scheinleistung gesamt, laufender Leistungsmittelwert (die Anleitung druckt in dieser Zeile NV; ihre beiden Schwestern sind es nicht, also wohl ein Druckfehler)</translation>
    </message>
    <message>
        <source>Total real power maximum demand</source>
        <translation>Wirkleistung gesamt, höchster Leistungsmittelwert</translation>
    </message>
    <message>
        <source>Total reactive power maximum demand</source>
        <translation>Blindleistung gesamt, höchster Leistungsmittelwert</translation>
    </message>
    <message>
        <source>Total apparent power maximum demand</source>
        <translation>Scheinleistung gesamt, höchster Leistungsmittelwert</translation>
    </message>
    <message>
        <source>Pulse counter 1 (real energy), derived from the 32-bit counter 43/44, rolls with it. Row carries an asterisk in the guide (footnote not recovered)</source>
        <translation>Impulszähler 1 (Wirkenergie), aus dem 32-Bit-Zähler 43/44, läuft mit ihm über. Die Zeile hat in der Anleitung einen Stern (Fußnote nicht erhalten)</translation>
    </message>
    <message>
        <source>Pulse counter 2 (reactive energy), derived from 45/46. Row carries an asterisk in the guide</source>
        <translation>Impulszähler 2 (Blindenergie), aus 45/46. Die Zeile hat in der Anleitung einen Stern</translation>
    </message>
    <message>
        <source>Firmware version, operating system. 12345 means V12.345; used for device id object</source>
        <translation>Version der Firmware, Betriebssystem. 12345 heißt V12.345; steht auch in der Geräteidentifikation</translation>
    </message>
    <message>
        <source>Firmware version, reset system (the RS version shown in the Report ID string and in the unit information screens)</source>
        <translation>Version der Firmware, Rücksetzsystem (die RS-Version im Text der Report ID und auf den Bildern mit Angaben zum Gerät)</translation>
    </message>
</context>
<context>
    <name>Scenario</name>
    <message>
        <source>fault &quot;{}&quot;: {}</source>
        <translation>Fehler „{}“: {}</translation>
    </message>
    <message>
        <source>{} is &apos;{}&apos;, allowed is {}</source>
        <translation>{} ist „{}“, erlaubt ist {}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>{} is {}, allowed is {}</source>
        <translation>{} ist {}, erlaubt ist {}</translation>
    </message>
    <message>
        <source>installation.harmonic.phase names no phase</source>
        <translation>installation.harmonic.phase nennt keine Phase</translation>
    </message>
    <message>
        <source>installation.harmonic.order is {} twice, allowed is once per order and phase</source>
        <translation>installation.harmonic.order ist zweimal {}, erlaubt ist einmal je Ordnung und Phase</translation>
    </message>
    <message>
        <source>{} to {}</source>
        <translation>{} bis {}</translation>
    </message>
    <message>
        <source>{} to {} {}</source>
        <translation>{} bis {} {}</translation>
    </message>
    <message>
        <source>{} or {}</source>
        <translation>{} oder {}</translation>
    </message>
    <message>
        <source>unknown key &apos;{}&apos; of {}, allowed is {}</source>
        <translation>unbekannter Schlüssel „{}“ von {}, erlaubt ist {}</translation>
    </message>
    <message>
        <source>unknown key &apos;{}&apos; of {}, did you mean &apos;{}&apos;?, allowed is {}</source>
        <translation>unbekannter Schlüssel „{}“ von {}, war „{}“ gemeint? Erlaubt ist {}</translation>
    </message>
    <message>
        <source>{} has no value, allowed is {}=VALUE</source>
        <translation>{} hat keinen Wert, erlaubt ist {}=WERT</translation>
    </message>
    <message>
        <source>unknown kind &apos;{}&apos;, allowed is {}</source>
        <translation>unbekannte Art „{}“, erlaubt ist {}</translation>
    </message>
    <message>
        <source>unknown kind &apos;{}&apos;, did you mean &apos;{}&apos;?, allowed is {}</source>
        <translation>unbekannte Art „{}“, war „{}“ gemeint? Erlaubt ist {}</translation>
    </message>
    <message>
        <source>registers is &apos;{}&apos;, allowed is a number of the map like 257, or two like 257-262</source>
        <translation>registers ist „{}“, erlaubt ist eine Registernummer wie 257 oder zwei wie 257-262</translation>
    </message>
    <message>
        <source>until is {} s, allowed is 0 or more than from, {} s</source>
        <translation>until ist {} s, erlaubt ist 0 oder mehr als from, {} s</translation>
    </message>
    <message>
        <source>period is {} s and there is no until, allowed is with one</source>
        <translation>period ist {} s, und es gibt kein until; erlaubt ist es nur mit einem</translation>
    </message>
    <message>
        <source>period is {} s, allowed is 0 or at least until - from, {} s</source>
        <translation>period ist {} s, erlaubt ist 0 oder mindestens until - from, {} s</translation>
    </message>
    <message>
        <source>KIND[:KEY=VALUE,...]</source>
        <translation>ART[:SCHLÜSSEL=WERT,...]</translation>
    </message>
    <message>
        <source>where</source>
        <translation>wo</translation>
    </message>
    <message>
        <source>address=1..247, function=1..127, registers=N or N-M</source>
        <translation>address=1..247, function=1..127, registers=N oder N-M</translation>
    </message>
    <message>
        <source>when</source>
        <translation>wann</translation>
    </message>
    <message>
        <source>from, until, period (s of line time), every=N, probability=P, seed=N, first=N</source>
        <translation>from, until, period (s der Leitungszeit), every=N, probability=P, seed=N, first=N</translation>
    </message>
    <message>
        <source>the meter stays silent</source>
        <translation>der Zähler schweigt</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>the answer comes later</source>
        <translation>die Antwort kommt später</translation>
    </message>
    <message>
        <source>refused with exception 06; the meter does not see the request</source>
        <translation>abgelehnt mit Ausnahme 06; der Zähler sieht die Anfrage nicht</translation>
    </message>
    <message>
        <source>refused with any exception</source>
        <translation>abgelehnt mit einer beliebigen Ausnahme</translation>
    </message>
    <message>
        <source>both bytes of the CRC inverted; Modbus/TCP has none and gets exception 0B, as from a gateway</source>
        <translation>beide Bytes der Prüfsumme (CRC) invertiert; Modbus/TCP hat keine und bekommt Ausnahme 0B, wie von einem Gateway</translation>
    </message>
    <message>
        <source>the end of the frame is missing</source>
        <translation>das Ende des Telegramms fehlt</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>the frame comes in two parts</source>
        <translation>das Telegramm kommt in zwei Teilen</translation>
    </message>
    <message>
        <source>random bytes in front of the frame</source>
        <translation>zufällige Bytes vor dem Telegramm</translation>
    </message>
    <message>
        <source>random bytes behind the frame</source>
        <translation>zufällige Bytes hinter dem Telegramm</translation>
    </message>
    <message>
        <source>another meter seems to answer; the CRC is right</source>
        <translation>ein anderer Zähler scheint zu antworten; die Prüfsumme stimmt</translation>
    </message>
    <message>
        <source>the request comes back in front of the answer, as from an adapter that hears itself</source>
        <translation>die Anfrage kommt vor der Antwort zurück, wie von einem Adapter, der sich selbst hört</translation>
    </message>
    <message>
        <source>the driver holds the line after the answer: nobody gets through</source>
        <translation>der Treiber hält die Leitung nach der Antwort fest: niemand kommt durch</translation>
    </message>
    <message>
        <source>bits flipped at random; of a Modbus/TCP frame in the PDU only</source>
        <translation>zufällig gekippte Bits; bei Modbus/TCP nur in der PDU</translation>
    </message>
    <message>
        <source>control power fails in the middle of the answer</source>
        <translation>die Hilfsspannung fällt mitten in der Antwort aus</translation>
    </message>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>eine Zeichenkette</translation>
    </message>
    <message>
        <source>an integer</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a date or time</source>
        <translation>eine Zeitangabe</translation>
    </message>
    <message>
        <source>the string &quot;{}&quot;</source>
        <translation>die Zeichenkette „{}“</translation>
    </message>
    <message>
        <source>&quot;none&quot;, &quot;even&quot; or &quot;odd&quot;</source>
        <translation>&quot;none&quot;, &quot;even&quot; oder &quot;odd&quot;</translation>
    </message>
    <message>
        <source>the path of a scenario file</source>
        <translation>der Pfad einer Szenariodatei</translation>
    </message>
    <message>
        <source>&quot;AB&quot;, &quot;BC&quot; or &quot;AC&quot;</source>
        <translation>&quot;AB&quot;, &quot;BC&quot; oder &quot;AC&quot;</translation>
    </message>
    <message>
        <source>&quot;A&quot;, &quot;B&quot;, &quot;C&quot;, &quot;AB&quot;, ... or &quot;ABC&quot;</source>
        <translation>&quot;A&quot;, &quot;B&quot;, &quot;C&quot;, &quot;AB&quot;, ... oder &quot;ABC&quot;</translation>
    </message>
    <message>
        <source>, did you mean &apos;{}&apos;?</source>
        <translation>, war „{}“ gemeint?</translation>
    </message>
    <message>
        <source>{} is {}, allowed is a number, {}</source>
        <translation>{} ist {}, erlaubt ist eine Zahl, {}</translation>
    </message>
    <message>
        <source>{} is {}, allowed is an integer, {}</source>
        <translation>{} ist {}, erlaubt ist eine ganze Zahl, {}</translation>
    </message>
    <message>
        <source>{} is {}, allowed is true or false</source>
        <translation>{} ist {}, erlaubt ist true oder false</translation>
    </message>
    <message>
        <source>{} is {}, allowed is a text</source>
        <translation>{} ist {}, erlaubt ist ein Text</translation>
    </message>
    <message>
        <source>{} is {}, allowed are texts in [ ]</source>
        <translation>{} ist {}, erlaubt sind Texte in [ ]</translation>
    </message>
    <message>
        <source>{} is {}, allowed is one number or {} in [ ], {}</source>
        <translation>{} ist {}, erlaubt ist eine Zahl oder {} in [ ], {}</translation>
    </message>
    <message>
        <source>{} has {} elements, allowed is one number or {} in [ ]</source>
        <translation>{} hat {} Elemente, erlaubt ist eine Zahl oder {} in [ ]</translation>
    </message>
    <message>
        <source>{} is missing</source>
        <translation>{} fehlt</translation>
    </message>
    <message>
        <source>{} is {}, allowed is the table [{}]</source>
        <translation>{} ist {}, erlaubt ist die Tabelle [{}]</translation>
    </message>
    <message>
        <source>{} is {}, allowed is [[{}]]</source>
        <translation>{} ist {}, erlaubt ist [[{}]]</translation>
    </message>
    <message>
        <source>{} holds {}, allowed is [[{}]]</source>
        <translation>{} enthält {}, erlaubt ist [[{}]]</translation>
    </message>
    <message>
        <source>{} is there {} times, allowed is {}</source>
        <translation>{} gibt es {}-mal, erlaubt ist {}</translation>
    </message>
    <message>
        <source>unknown table &apos;{}&apos;{}, allowed is {}</source>
        <translation>unbekannte Tabelle „{}“{}, erlaubt ist {}</translation>
    </message>
    <message>
        <source>unknown key &apos;{}&apos; in [{}]{}, allowed is {}</source>
        <translation>unbekannter Schlüssel „{}“ in [{}]{}, erlaubt ist {}</translation>
    </message>
    <message>
        <source>cannot open: {}</source>
        <translation>kann nicht geöffnet werden: {}</translation>
    </message>
    <message>
        <source>cannot read: {}</source>
        <translation>kann nicht gelesen werden: {}</translation>
    </message>
    <message>
        <source>is longer than {} bytes</source>
        <translation>ist länger als {} Byte</translation>
    </message>
    <message>
        <source>installation.harmonic.order is {} for the second time on {}, allowed is once per order and phase</source>
        <translation>installation.harmonic.order ist zum zweiten Mal {} auf {}, erlaubt ist einmal je Ordnung und Phase</translation>
    </message>
    <message>
        <source>installation.harmonic has no order, allowed is 2 to 40</source>
        <translation>installation.harmonic hat kein order, erlaubt ist 2 bis 40</translation>
    </message>
    <message>
        <source>installation.harmonic is {}, allowed is [[installation.harmonic]], once per harmonic</source>
        <translation>installation.harmonic ist {}, erlaubt ist [[installation.harmonic]], einmal je Oberschwingung</translation>
    </message>
    <message>
        <source>installation.harmonic holds {}, allowed is [[installation.harmonic]], once per harmonic</source>
        <translation>installation.harmonic enthält {}, erlaubt ist [[installation.harmonic]], einmal je Oberschwingung</translation>
    </message>
    <message>
        <source>registers is {}, allowed is a number like 257 or a string like &quot;257-262&quot;</source>
        <translation>registers ist {}, erlaubt ist eine Zahl wie 257 oder eine Zeichenkette wie &quot;257-262&quot;</translation>
    </message>
    <message>
        <source>fault is {}, allowed is [[fault]], once per fault</source>
        <translation>fault ist {}, erlaubt ist [[fault]], einmal je Fehler</translation>
    </message>
    <message>
        <source>fault holds {}, allowed is [[fault]], once per fault</source>
        <translation>fault enthält {}, erlaubt ist [[fault]], einmal je Fehler</translation>
    </message>
    <message>
        <source>fault has no kind, allowed is kind = &quot;no-answer&quot; and others</source>
        <translation>fault hat kein kind, erlaubt ist kind = &quot;no-answer&quot; und andere</translation>
    </message>
    <message>
        <source>fault.kind is {}, allowed is a string</source>
        <translation>fault.kind ist {}, erlaubt ist eine Zeichenkette</translation>
    </message>
    <message>
        <source>{} is &quot;{}&quot;, allowed is a number of seconds, &quot;1.5h&quot;, &quot;200ms&quot; or &quot;06:30:00&quot;, {}</source>
        <translation>{} ist „{}“, erlaubt ist eine Zahl von Sekunden, &quot;1.5h&quot;, &quot;200ms&quot; oder &quot;06:30:00&quot;, {}</translation>
    </message>
    <message>
        <source>{} has to be drawn in one way: {{ uniform = [a, b] }}, {{ normal = [mean, deviation] }} or {{ exponential = mean }}</source>
        <translation>{} ist auf eine Art auszulosen: {{ uniform = [a, b] }}, {{ normal = [Mittelwert, Abweichung] }} oder {{ exponential = Mittelwert }}</translation>
    </message>
    <message>
        <source>{} is {}, allowed are two numbers in [ ]</source>
        <translation>{} ist {}, erlaubt sind zwei Zahlen in [ ]</translation>
    </message>
    <message>
        <source>an event is a table, allowed is {{kind = &quot;sag&quot;, ...}}</source>
        <translation>ein Ereignis ist eine Tabelle, erlaubt ist {{kind = &quot;sag&quot;, ...}}</translation>
    </message>
    <message>
        <source>event has no kind, allowed is {}</source>
        <translation>event hat kein kind, erlaubt ist {}</translation>
    </message>
    <message>
        <source>event.kind is {}{}, allowed is {}</source>
        <translation>event.kind ist {}{}, erlaubt ist {}</translation>
    </message>
    <message>
        <source>{} has no {} ({})</source>
        <translation>{} hat kein {} ({})</translation>
    </message>
    <message>
        <source>event.duration is not for a step: what it sets stays</source>
        <translation>event.duration passt nicht zu step: was es setzt, bleibt</translation>
    </message>
    <message>
        <source>event.every and rate_per_hour exclude each other</source>
        <translation>event.every und rate_per_hour schließen einander aus</translation>
    </message>
    <message>
        <source>event.count and rate_per_hour exclude each other; use until</source>
        <translation>event.count und rate_per_hour schließen einander aus; until nehmen</translation>
    </message>
    <message>
        <source>event.count needs every</source>
        <translation>event.count braucht every</translation>
    </message>
    <message>
        <source>event.until needs every or rate_per_hour</source>
        <translation>event.until braucht every oder rate_per_hour</translation>
    </message>
    <message>
        <source>an event of kind {} begins more than {} times</source>
        <translation>ein Ereignis der Art {} beginnt mehr als {}-mal</translation>
    </message>
    <message>
        <source>events begin more than {} times</source>
        <translation>Ereignisse beginnen mehr als {}-mal</translation>
    </message>
    <message>
        <source>{} tones at once at {:.3f} s, allowed is {}</source>
        <translation>{} Töne zugleich bei {:.3f} s, erlaubt ist {}</translation>
    </message>
    <message>
        <source>expect has no at, allowed is a time</source>
        <translation>expect hat kein at, erlaubt ist eine Zeit</translation>
    </message>
    <message>
        <source>expect has nothing to look at, allowed is register, alerts, alarm_closed</source>
        <translation>expect hat nichts, worauf es sieht, erlaubt ist register, alerts, alarm_closed</translation>
    </message>
    <message>
        <source>profile has no file, allowed is a CSV file</source>
        <translation>profile hat kein file, erlaubt ist eine CSV-Datei</translation>
    </message>
    <message>
        <source>more than {} rows</source>
        <translation>mehr als {} Zeilen</translation>
    </message>
    <message>
        <source>no header, allowed is a line such as time,kw,kvar</source>
        <translation>keine Kopfzeile, erlaubt ist eine Zeile wie time,kw,kvar</translation>
    </message>
    <message>
        <source>no rows below the header</source>
        <translation>keine Zeilen unter der Kopfzeile</translation>
    </message>
    <message>
        <source>no column of time, allowed is time, s, min or h</source>
        <translation>keine Spalte mit der Zeit, erlaubt ist time, s, min oder h</translation>
    </message>
    <message>
        <source>no column of power, allowed is kw, kvar, kw_a, ...</source>
        <translation>keine Spalte mit einer Leistung, erlaubt ist kw, kvar, kw_a, ...</translation>
    </message>
    <message>
        <source>unknown column &apos;{}&apos;{}, allowed is {}, powers also with _a, _b or _c</source>
        <translation>unbekannte Spalte „{}“{}, erlaubt ist {}, Leistungen auch mit _a, _b oder _c</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is there a second time</source>
        <translation>„{}“ ist zum zweiten Mal da</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no number</source>
        <translation>„{}“ ist keine Zahl</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no time, allowed is 06:30, 06:30:15, 90, 15m or 2026-01-31 06:30</source>
        <translation>„{}“ ist keine Zeit, erlaubt ist 06:30, 06:30:15, 90, 15m oder 2026-01-31 06:30</translation>
    </message>
    <message>
        <source>{} fields, the header has {}</source>
        <translation>{} Felder, die Kopfzeile hat {}</translation>
    </message>
    <message>
        <source>{} fields, the header has {}; with decimal commas, separate by semicolons</source>
        <translation>{} Felder, die Kopfzeile hat {}; bei Dezimalkommas mit Semikolons trennen</translation>
    </message>
    <message>
        <source>the time is not later than the row&apos;s before</source>
        <translation>die Zeit ist nicht später als die der Zeile davor</translation>
    </message>
    <message>
        <source>the time is out of range, allowed is 0 to 4e8 s</source>
        <translation>die Zeit ist außerhalb des Bereichs, erlaubt ist 0 bis 4e8 s</translation>
    </message>
    <message>
        <source>{} is &apos;{}&apos;, allowed is 1000 MW at most</source>
        <translation>{} ist „{}“, erlaubt sind höchstens 1000 MW</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>{} is not a number {}</source>
        <translation>{} ist keine Zahl {}</translation>
    </message>
    <message>
        <source>{} is to be a number {}</source>
        <translation>{} muss eine Zahl sein {}</translation>
    </message>
    <message>
        <source>of Hz above 0</source>
        <translation>in Hz über 0</translation>
    </message>
    <message>
        <source>of seconds from 0 on</source>
        <translation>von Sekunden ab 0</translation>
    </message>
    <message>
        <source>a string is wanted, {} is there</source>
        <translation>eine Zeichenkette wird gebraucht, da ist {}</translation>
    </message>
    <message>
        <source>{} is not mapped; all of VA VB VC IA IB IC are needed</source>
        <translation>{} ist nicht zugeordnet; VA VB VC IA IB IC werden alle gebraucht</translation>
    </message>
    <message>
        <source>{} is &quot;{}&quot;, allowed is {}</source>
        <translation>{} ist „{}“, erlaubt ist {}</translation>
    </message>
    <message>
        <source>meter has no address, allowed is 1 to 247</source>
        <translation>meter hat kein address, erlaubt ist 1 bis 247</translation>
    </message>
    <message>
        <source>meter.count is {}, allowed is {}: the last address is {}</source>
        <translation>meter.count ist {}, erlaubt ist {}: die letzte Adresse ist {}</translation>
    </message>
    <message>
        <source>these are {} meters, allowed is 1 to {} on a bus</source>
        <translation>das sind {} Zähler, erlaubt sind 1 bis {} an einem Bus</translation>
    </message>
    <message>
        <source>the bus has no list of meters, allowed is [[meter]], once per meter</source>
        <translation>der Bus hat keine Liste von Zählern, erlaubt ist [[meter]], einmal je Zähler</translation>
    </message>
    <message>
        <source>meter holds {}, allowed is [[meter]], once per meter</source>
        <translation>meter enthält {}, erlaubt ist [[meter]], einmal je Zähler</translation>
    </message>
    <message>
        <source>the bus has no meter, allowed is [[meter]], once per meter</source>
        <translation>der Bus hat keinen Zähler, erlaubt ist [[meter]], einmal je Zähler</translation>
    </message>
    <message>
        <source>uH</source>
        <translation>uH</translation>
    </message>
    <message>
        <source>mA/V</source>
        <translation>mA/V</translation>
    </message>
    <message>
        <source>ppm/K</source>
        <translation>ppm/K</translation>
    </message>
    <message>
        <source>uV</source>
        <translation>uV</translation>
    </message>
    <message>
        <source>uV/K</source>
        <translation>uV/K</translation>
    </message>
    <message>
        <source>per hour</source>
        <translation>je Stunde</translation>
    </message>
    <message>
        <source>degC</source>
        <translation>°C</translation>
    </message>
    <message>
        <source>which harmonic</source>
        <translation>welche Oberschwingung</translation>
    </message>
    <message>
        <source>voltage that is left</source>
        <translation>Spannung, die bleibt</translation>
    </message>
    <message>
        <source>voltage while it lasts</source>
        <translation>Spannung, solange es dauert</translation>
    </message>
    <message>
        <source>the frequency goes up and down by so much, as a sine</source>
        <translation>um so viel schwankt die Frequenz auf und ab, als Sinus</translation>
    </message>
    <message>
        <source>of that sine</source>
        <translation>dieses Sinus</translation>
    </message>
    <message>
        <source>rms of the fundamental at first, 90 degrees behind the voltage</source>
        <translation>Effektivwert der Grundschwingung am Anfang, 90 Grad hinter der Spannung</translation>
    </message>
    <message>
        <source>rms of the running motor, on top of what flows</source>
        <translation>Effektivwert des laufenden Motors, zu dem, was fließt</translation>
    </message>
    <message>
        <source>rms of the unfired sine, on top of what flows</source>
        <translation>Effektivwert des ungeschnittenen Sinus, zu dem, was fließt</translation>
    </message>
    <message>
        <source>rms of the fundamental, on top of what flows</source>
        <translation>Effektivwert der Grundschwingung, zu dem, was fließt</translation>
    </message>
    <message>
        <source>from the highest to the lowest</source>
        <translation>vom höchsten zum niedrigsten Wert</translation>
    </message>
    <message>
        <source>below, between or above the harmonics</source>
        <translation>unter, zwischen oder über den Oberschwingungen</translation>
    </message>
    <message>
        <source>cycles</source>
        <translation>Perioden</translation>
    </message>
    <message>
        <source>the current flows</source>
        <translation>der Strom fließt</translation>
    </message>
    <message>
        <source>and does not</source>
        <translation>und fließt nicht</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>not a setting: allowed registers 130, 131, 133, 134, 137, 142, 143, 144, 149, 150, 151</source>
        <translation>keine Einstellung: erlaubt sind die Register 130, 131, 133, 134, 137, 142, 143, 144, 149, 150, 151</translation>
    </message>
    <message>
        <source>system type (130): allowed 10, 11, 12, 31, 40</source>
        <translation>Netzform (130): erlaubt 10, 11, 12, 31, 40</translation>
    </message>
    <message>
        <source>CT primary (131): allowed 5 to 5000 A</source>
        <translation>Primärstrom des Stromwandlers (131): erlaubt 5 bis 5000 A</translation>
    </message>
    <message>
        <source>CT secondary (132): not configurable with rope CTs</source>
        <translation>Sekundärseite des Stromwandlers (132): mit Rogowskispulen nicht einstellbar</translation>
    </message>
    <message>
        <source>PT ratio (133): allowed 1 to 32000 hundredths (0.01 to 320.00)</source>
        <translation>Wandlerverhältnis der Spannungswandler (133): erlaubt 1 bis 32000 Hundertstel (0.01 bis 320.00)</translation>
    </message>
    <message>
        <source>system voltage (134): allowed 82 to 32000 V</source>
        <translation>Netzspannung (134): erlaubt 82 bis 32000 V</translation>
    </message>
    <message>
        <source>system voltage (134): allowed 82 to 660 V after division by the PT ratio (133)</source>
        <translation>Netzspannung (134): erlaubt 82 bis 660 V nach Teilung durch das Wandlerverhältnis (133)</translation>
    </message>
    <message>
        <source>display units (137): allowed 0 (IEC), 1 (IEEE)</source>
        <translation>Einheiten der Anzeige (137): erlaubt 0 (IEC), 1 (IEEE)</translation>
    </message>
    <message>
        <source>phase loss voltage threshold (142): allowed 1 to 99 %</source>
        <translation>Spannungsschwelle für Phasenausfall (142): erlaubt 1 bis 99 %</translation>
    </message>
    <message>
        <source>phase loss imbalance (143): allowed 1 to 99 %</source>
        <translation>Unsymmetrie für Phasenausfall (143): erlaubt 1 bis 99 %</translation>
    </message>
    <message>
        <source>Wh per pulse (144): allowed 10, 100, 1000, 10000</source>
        <translation>Wh je Impuls (144): erlaubt 10, 100, 1000, 10000</translation>
    </message>
    <message>
        <source>Wh per pulse (144): too small for the theoretical maximum power (135) with 10 ms pulses</source>
        <translation>Wh je Impuls (144): zu klein für die theoretische Höchstleistung (135) mit Impulsen von 10 ms</translation>
    </message>
    <message>
        <source>demand sub-intervals (149): allowed 1 to 6</source>
        <translation>Teilperioden (149): erlaubt 1 bis 6</translation>
    </message>
    <message>
        <source>demand sub-interval length (150): allowed 0 or 10 to 32767 s</source>
        <translation>Länge der Teilperiode (150): erlaubt 0 oder 10 bis 32767 s</translation>
    </message>
    <message>
        <source>setup passcode: allowed 0 to 99999</source>
        <translation>Kennwort für SETUP: erlaubt 0 bis 99999</translation>
    </message>
    <message>
        <source>reset passcode: allowed 0 to 99999</source>
        <translation>Kennwort für RESET: erlaubt 0 bis 99999</translation>
    </message>
    <message>
        <source>Modbus address: allowed 1 to 247</source>
        <translation>Modbus-Adresse: erlaubt 1 bis 247</translation>
    </message>
    <message>
        <source>baud rate: allowed 1200, 2400, 4800, 9600, 19200, 38400</source>
        <translation>Baudrate: erlaubt 1200, 2400, 4800, 9600, 19200, 38400</translation>
    </message>
    <message>
        <source>parity: allowed none, even, odd</source>
        <translation>Parität: erlaubt keine, gerade, ungerade</translation>
    </message>
</context>
<context>
    <name>System</name>
    <message>
        <source>Operation not permitted</source>
        <translation>Die Operation ist nicht erlaubt</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Verzeichnis nicht gefunden</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Eingabe-/Ausgabefehler</translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation>Kein solches Gerät oder keine solche Adresse</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Das Gerät oder die Ressource ist belegt</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Die Datei existiert bereits</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>Kein passendes Gerät gefunden</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Ist kein Verzeichnis</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Ist ein Verzeichnis</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>Das Argument ist ungültig</translation>
    </message>
    <message>
        <source>Too many open files in system</source>
        <translation>Zu viele offene Dateien im System</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Inappropriate ioctl for device</source>
        <translation>Das Gerät ist kein Terminal</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Die Datei ist zu groß</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Auf dem Gerät ist kein Speicherplatz mehr verfügbar</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Das Dateisystem ist nur lesbar</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>Zu viele Ebenen aus symbolischen Links</translation>
    </message>
    <message>
        <source>Address already in use</source>
        <translation>Die Adresse wird bereits verwendet</translation>
    </message>
    <message>
        <source>Cannot assign requested address</source>
        <translation>Diese Adresse hat der Rechner nicht</translation>
    </message>
    <message>
        <source>Address family not supported by protocol</source>
        <translation>Adressfamilie wird nicht unterstützt</translation>
    </message>
</context>
<context>
    <name>Toml</name>
    <message>
        <source>Error while parsing {}: {}</source>
        <translation>Fehler beim Lesen ({}): {}</translation>
    </message>
    <message>
        <source>array</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>Wahrheitswert</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>date-time offset</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>date-time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>floating-point</source>
        <translation>Gleitkommazahl</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>key-value pair</source>
        <translation>Schlüssel und Wert</translation>
    </message>
    <message>
        <source>root table</source>
        <translation>oberste Ebene</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>literal string</source>
        <translation>wörtliche Zeichenkette</translation>
    </message>
    <message>
        <source>string</source>
        <translation>Zeichenkette</translation>
    </message>
    <message>
        <source>inline table</source>
        <translation>Tabelle in geschweiften Klammern</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>table header</source>
        <translation>Kopf einer Tabelle</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>ganze Zahl</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>encountered end-of-file</source>
        <translation>hier endet die Datei</translation>
    </message>
    <message>
        <source>expected &apos;=&apos;, saw &apos;{}&apos;</source>
        <translation>statt „=“ steht hier „{}“</translation>
    </message>
    <message>
        <source>expected value, saw &apos;{}&apos;</source>
        <translation>statt eines Werts steht hier „{}“</translation>
    </message>
    <message>
        <source>expected value-terminator, saw &apos;{}&apos;</source>
        <translation>hinter dem Wert steht „{}“</translation>
    </message>
    <message>
        <source>expected a comment or whitespace, saw &apos;{}&apos;</source>
        <translation>statt eines Kommentars oder des Zeilenendes steht hier „{}“</translation>
    </message>
    <message>
        <source>expected keys, tables, whitespace or comments, saw &apos;{}&apos;</source>
        <translation>statt Schlüsseln, Tabellen oder Kommentaren steht hier „{}“</translation>
    </message>
    <message>
        <source>expected bare key starting character or string delimiter, saw &apos;{}&apos;</source>
        <translation>ein Schlüssel kann nicht mit „{}“ beginnen</translation>
    </message>
    <message>
        <source>expected comma or closing &apos;]&apos;, saw &apos;{}&apos;</source>
        <translation>statt eines Kommas oder „]“ steht hier „{}“</translation>
    </message>
    <message>
        <source>expected value or closing &apos;]&apos;, saw comma</source>
        <translation>statt eines Werts oder „]“ steht hier ein Komma</translation>
    </message>
    <message>
        <source>expected comma or closing &apos;}}&apos;, saw &apos;{}&apos;</source>
        <translation>statt eines Kommas oder „}}“ steht hier „{}“</translation>
    </message>
    <message>
        <source>expected key or closing &apos;}}&apos;, saw &apos;{}&apos;</source>
        <translation>statt eines Schlüssels oder „}}“ steht hier „{}“</translation>
    </message>
    <message>
        <source>expected key-value pair or closing &apos;}}&apos;, saw comma</source>
        <translation>statt eines Schlüssels mit Wert oder „}}“ steht hier ein Komma</translation>
    </message>
    <message>
        <source>expected key-value pair, saw closing &apos;}}&apos; (dangling comma)</source>
        <translation>statt eines Schlüssels mit Wert steht hier „}}“ (ein Komma zu viel)</translation>
    </message>
    <message>
        <source>expected &apos;]&apos;, saw &apos;{}&apos;</source>
        <translation>statt „]“ steht hier „{}“</translation>
    </message>
    <message>
        <source>expected decimal digit, saw &apos;{}&apos;</source>
        <translation>statt einer Ziffer steht hier „{}“</translation>
    </message>
    <message>
        <source>expected decimal digit or exponent, saw &apos;{}&apos;</source>
        <translation>statt einer Ziffer oder eines Exponenten steht hier „{}“</translation>
    </message>
    <message>
        <source>expected exponent digit, saw &apos;{}&apos;</source>
        <translation>statt einer Ziffer des Exponenten steht hier „{}“</translation>
    </message>
    <message>
        <source>expected digit, saw &apos;{}&apos;</source>
        <translation>statt einer Ziffer steht hier „{}“</translation>
    </message>
    <message>
        <source>expected hex digit, saw &apos;{}&apos;</source>
        <translation>statt einer Hexadezimalziffer steht hier „{}“</translation>
    </message>
    <message>
        <source>expected &apos;{}&apos;, saw &apos;{}&apos;</source>
        <translation>statt „{}“ steht hier „{}“</translation>
    </message>
    <message>
        <source>unknown escape sequence &apos;\{}&apos;</source>
        <translation>unbekannte Escape-Folge „\{}“</translation>
    </message>
    <message>
        <source>underscores may only follow digits</source>
        <translation>Unterstriche dürfen nur hinter Ziffern stehen</translation>
    </message>
    <message>
        <source>underscores must be followed by digits</source>
        <translation>hinter Unterstrichen müssen Ziffern stehen</translation>
    </message>
    <message>
        <source>values may not begin with underscores</source>
        <translation>Werte dürfen nicht mit einem Unterstrich beginnen</translation>
    </message>
    <message>
        <source>leading zeroes are prohibited</source>
        <translation>führende Nullen sind nicht erlaubt</translation>
    </message>
    <message>
        <source>unexpected control character</source>
        <translation>hier steht ein Steuerzeichen</translation>
    </message>
    <message>
        <source>tables with blank bare keys are explicitly prohibited</source>
        <translation>eine Tabelle muss einen Namen haben</translation>
    </message>
    <message>
        <source>&apos;{}&apos; could not be interpreted as a value</source>
        <translation>„{}“ ist kein Wert</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is not representable in 64 bits</source>
        <translation>„{}“ passt nicht in 64 Bit</translation>
    </message>
    <message>
        <source>cannot insert &apos;{}&apos; into existing inline table</source>
        <translation>„{}“ kann nicht in eine Tabelle in {{ }} eingefügt werden</translation>
    </message>
    <message>
        <source>cannot redefine existing table &apos;{}&apos;</source>
        <translation>die Tabelle „{}“ gibt es schon</translation>
    </message>
    <message>
        <source>cannot redefine existing {} &apos;{}&apos; as {}</source>
        <translation>„{1}“ gibt es schon als {0}, nicht als {2}</translation>
    </message>
    <message>
        <source>cannot redefine existing {} &apos;{}&apos;</source>
        <translation>„{1}“ gibt es schon ({0})</translation>
    </message>
</context>
<context>
    <name>desktop</name>
    <message>
        <source>Meter settings and installation (TOML); default: a healthy 480Y/277 V installation.</source>
        <translation>Einstellungen des Zählers und Anlage (TOML); sonst eine gesunde Anlage mit 480Y/277 V.</translation>
    </message>
    <message>
        <source>Make &lt;link&gt; a symbolic link to the meter&apos;s serial port.</source>
        <translation>Macht &lt;link&gt; zu einem symbolischen Link auf den seriellen Anschluss des Zählers.</translation>
    </message>
    <message>
        <source>Save a picture of the window to &lt;file&gt; once the readings have settled, then end.</source>
        <translation>Speichert ein Bild des Fensters in &lt;file&gt;, sobald die Messwerte eingeschwungen sind, und endet.</translation>
    </message>
    <message>
        <source>Language of the window: %1.</source>
        <translation>Sprache des Fensters: %1.</translation>
    </message>
    <message>
        <source>MeterTwin: a live three-phase Modbus power meter in a window.
Exit codes: 0 success, 1 a file, port or scenario failed, 2 the command line was not understood.</source>
        <translation>MeterTwin: ein dreiphasiger Modbus-Leistungsmesser in einem Fenster, in Echtzeit.
Ende-Codes: 0 Erfolg, 1 Fehler bei Datei, Anschluss oder Szenario, 2 die Befehlszeile wurde nicht verstanden.</translation>
    </message>
    <message>
        <source>Show this text.</source>
        <translation>Zeigt diesen Text.</translation>
    </message>
    <message>
        <source> (see --help)</source>
        <translation> (siehe --help)</translation>
    </message>
    <message>
        <source>--language is &quot;%1&quot;, allowed is %2 (see --help)</source>
        <translation>--language ist „%1“, erlaubt ist %2 (siehe --help)</translation>
    </message>
    <message>
        <source>V A-N</source>
        <translation>U A-N</translation>
    </message>
    <message>
        <source>V B-N</source>
        <translation>U B-N</translation>
    </message>
    <message>
        <source>V C-N</source>
        <translation>U C-N</translation>
    </message>
    <message>
        <source>V A-B</source>
        <translation>U A-B</translation>
    </message>
    <message>
        <source>V B-C</source>
        <translation>U B-C</translation>
    </message>
    <message>
        <source>V A-C</source>
        <translation>U A-C</translation>
    </message>
    <message>
        <source>I A</source>
        <translation>I A</translation>
    </message>
    <message>
        <source>I B</source>
        <translation>I B</translation>
    </message>
    <message>
        <source>I C</source>
        <translation>I C</translation>
    </message>
    <message>
        <source>P A</source>
        <translation>P A</translation>
    </message>
    <message>
        <source>P B</source>
        <translation>P B</translation>
    </message>
    <message>
        <source>P C</source>
        <translation>P C</translation>
    </message>
    <message>
        <source>P total</source>
        <translation>P gesamt</translation>
    </message>
    <message>
        <source>Q total</source>
        <translation>Q gesamt</translation>
    </message>
    <message>
        <source>S total</source>
        <translation>S gesamt</translation>
    </message>
    <message>
        <source>PF total</source>
        <translation>LF gesamt</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <source>no parity</source>
        <translation>keine Parität</translation>
    </message>
    <message>
        <source>even parity</source>
        <translation>gerade Parität</translation>
    </message>
    <message>
        <source>odd parity</source>
        <translation>ungerade Parität</translation>
    </message>
    <message>
        <source>RTU, address %1, %2 baud, %3</source>
        <translation>RTU, Adresse %1, %2 Baud, %3</translation>
    </message>
    <message>
        <source>System type %1 (%2), CT %3 A, %4 V, PT %5</source>
        <translation>Netzform %1 (%2), Stromwandler %3 A, %4 V, Spannungswandler %5</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>A workspace (*.metertwin), a scenario (*.toml) or a recording to open.</source>
        <translation>Ein Arbeitsbereich (*.metertwin), ein Szenario (*.toml) oder eine Aufzeichnung, die geöffnet werden soll.</translation>
    </message>
    <message>
        <source>unexpected argument &quot;%1&quot;, only one file can be opened (see --help)</source>
        <translation>unerwartetes Argument „%1“, nur eine Datei kann geöffnet werden (siehe --help)</translation>
    </message>
    <message>
        <source>--scenario and a file to open exclude each other (see --help)</source>
        <translation>--scenario und eine zu öffnende Datei schließen sich aus (siehe --help)</translation>
    </message>
</context>
<context>
    <name>desktop::DevicePane</name>
    <message>
        <source>Copied %1</source>
        <translation>%1 kopiert</translation>
    </message>
</context>
<context>
    <name>desktop::Docks</name>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>The meter on its rail: display, keys, contacts, line</source>
        <translation>Der Zähler auf seiner Schiene: Anzeige, Tasten, Kontakte, Leitung</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>What is connected to the meter: voltages, currents, harmonics, wiring</source>
        <translation>Was am Zähler angeschlossen ist: Spannungen, Ströme, Oberschwingungen, Verdrahtung</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>What the meter says beside the truth</source>
        <translation>Was der Zähler anzeigt, neben der Wahrheit</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Oszilloskop</translation>
    </message>
    <message>
        <source>Terminal signals, converter counts and integrated samples over time</source>
        <translation>Klemmensignale, Wandlerwerte und integrierte Abtastwerte über der Zeit</translation>
    </message>
    <message>
        <source>Phasors</source>
        <translation>Zeiger</translation>
    </message>
    <message>
        <source>Phasors and power triangle, as measured and as they are</source>
        <translation>Zeiger und Leistungsdreieck, gemessen und wahr</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>Spektrum</translation>
    </message>
    <message>
        <source>Harmonics to order 40 and total harmonic distortion</source>
        <translation>Oberschwingungen bis zur Ordnung 40 und Gesamtverzerrung (THD)</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Every Modbus register, live, and where its number comes from</source>
        <translation>Alle Modbus-Register, laufend, und woher ihre Zahlen kommen</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Verläufe</translation>
    </message>
    <message>
        <source>Any registers over minutes to days</source>
        <translation>Beliebige Register über Minuten bis Tage</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Keys, writes, alerts, faults and edits in the order they happened</source>
        <translation>Tasten, Schreibzugriffe, Alarme, Fehler und Änderungen in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>What passes on the line, its ports, and faults made on it</source>
        <translation>Was auf der Leitung läuft, ihre Anschlüsse und Fehler, die man auf ihr macht</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Read a meter as its Modbus master: this one or a real one</source>
        <translation>Einen Zähler als Modbus-Master lesen: diesen oder einen echten</translation>
    </message>
</context>
<context>
    <name>desktop::Document</name>
    <message>
        <source>unsaved run</source>
        <translation>ungespeicherter Lauf</translation>
    </message>
</context>
<context>
    <name>desktop::EventLog</name>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Minus</source>
        <translation>Minus</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>over-voltage A</source>
        <translation>Überspannung A</translation>
    </message>
    <message>
        <source>over-voltage B</source>
        <translation>Überspannung B</translation>
    </message>
    <message>
        <source>over-voltage C</source>
        <translation>Überspannung C</translation>
    </message>
    <message>
        <source>over-current A</source>
        <translation>Überstrom A</translation>
    </message>
    <message>
        <source>over-current B</source>
        <translation>Überstrom B</translation>
    </message>
    <message>
        <source>over-current C</source>
        <translation>Überstrom C</translation>
    </message>
    <message>
        <source>frequency out of range</source>
        <translation>Frequenz außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>reserved bit 7</source>
        <translation>reserviertes Bit 7</translation>
    </message>
    <message>
        <source>phase loss A</source>
        <translation>Phasenausfall A</translation>
    </message>
    <message>
        <source>phase loss B</source>
        <translation>Phasenausfall B</translation>
    </message>
    <message>
        <source>phase loss C</source>
        <translation>Phasenausfall C</translation>
    </message>
    <message>
        <source>low power factor A</source>
        <translation>niedriger Leistungsfaktor A</translation>
    </message>
    <message>
        <source>low power factor B</source>
        <translation>niedriger Leistungsfaktor B</translation>
    </message>
    <message>
        <source>low power factor C</source>
        <translation>niedriger Leistungsfaktor C</translation>
    </message>
    <message>
        <source>pulse overrun</source>
        <translation>Impulsüberlauf</translation>
    </message>
    <message>
        <source>pulse configuration</source>
        <translation>Impulseinstellung</translation>
    </message>
    <message>
        <source>%1 (%2): %3 to %4 %5</source>
        <translation>%1 (%2): %3 nach %4 %5</translation>
    </message>
    <message>
        <source>line settings changed</source>
        <translation>Einstellungen der Leitung geändert</translation>
    </message>
    <message>
        <source>%1: on</source>
        <translation>%1: ein</translation>
    </message>
    <message>
        <source>%1: off</source>
        <translation>%1: aus</translation>
    </message>
    <message>
        <source>lag</source>
        <translation>Nacheilung</translation>
    </message>
    <message>
        <source>V angle</source>
        <translation>U-Winkel</translation>
    </message>
    <message>
        <source>%1 harmonics</source>
        <translation>%1 Oberschwingungen</translation>
    </message>
    <message>
        <source>wired correctly</source>
        <translation>richtig verdrahtet</translation>
    </message>
    <message>
        <source>alarm contact closed</source>
        <translation>Alarmkontakt geschlossen</translation>
    </message>
    <message>
        <source>alarm contact open</source>
        <translation>Alarmkontakt offen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 gedrückt</translation>
    </message>
    <message>
        <source>%1 up</source>
        <translation>%1 losgelassen</translation>
    </message>
    <message>
        <source>Meter %1: %2</source>
        <translation>Zähler %1: %2</translation>
    </message>
</context>
<context>
    <name>desktop::FileActions</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 geöffnet</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Begin a new run of a healthy 480Y/277 V installation</source>
        <translation>Einen neuen Lauf einer gesunden Anlage mit 480Y/277 V beginnen</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>A workspace, a scenario (TOML) or a recording (COMTRADE, CSV, WAV); dropping the file on the window does the same</source>
        <translation>Ein Arbeitsbereich, ein Szenario (TOML) oder eine Aufzeichnung (COMTRADE, CSV, WAV); die Datei auf das Fenster zu ziehen tut dasselbe</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>The whole run with its past, its branches and this window&apos;s arrangement, in one file</source>
        <translation>Der ganze Lauf mit seiner Vergangenheit, seinen Zweigen und der Anordnung dieses Fensters, in einer Datei</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>To another file</source>
        <translation>In eine andere Datei</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last edit of the installation, by a new one at the present: what was metered stays</source>
        <translation>Die letzte Änderung der Anlage zurücknehmen, durch eine neue in der Gegenwart: was gemessen ist, bleibt</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Forget them</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>%1[*] – MeterTwin</source>
        <translation>%1[*] – MeterTwin</translation>
    </message>
    <message>
        <source>Preparing %1 … %2 %</source>
        <translation>%1 wird vorbereitet … %2 %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Everything that can be opened (*.metertwin *.toml *.cfg *.cff *.csv *.wav)</source>
        <translation>Alles, was geöffnet werden kann (*.metertwin *.toml *.cfg *.cff *.csv *.wav)</translation>
    </message>
    <message>
        <source>Workspaces (*.metertwin)</source>
        <translation>Arbeitsbereiche (*.metertwin)</translation>
    </message>
    <message>
        <source>Scenarios (*.toml)</source>
        <translation>Szenarien (*.toml)</translation>
    </message>
    <message>
        <source>Recordings (*.cfg *.CFG *.cff *.CFF *.csv *.wav)</source>
        <translation>Aufzeichnungen (*.cfg *.CFG *.cff *.CFF *.csv *.wav)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Speichern unter</translation>
    </message>
</context>
<context>
    <name>desktop::Formulas</name>
    <message>
        <source>P%1 = mean of v%1 · i%1; shown as its magnitude (unidirectional meter)</source>
        <translation>P%1 = Mittel von u%1 · i%1; gezeigt als Betrag (Zähler für eine Richtung)</translation>
    </message>
    <message>
        <source>Q%1 = mean of v%1, delayed by 90°, · i%1; shown as its magnitude</source>
        <translation>Q%1 = Mittel von u%1, um 90° verzögert, · i%1; gezeigt als Betrag</translation>
    </message>
    <message>
        <source>S%1 = V%1 rms · I%1 rms</source>
        <translation>S%1 = Effektivwert U%1 · Effektivwert I%1</translation>
    </message>
    <message>
        <source>PF%1 = |P%1| / S%1; 1 while S%1 is 0</source>
        <translation>LF%1 = |P%1| / S%1; 1, solange S%1 0 ist</translation>
    </message>
    <message>
        <source>aligned samples of voltage %1 and of rope %1 after the digital integrator</source>
        <translation>zeitgleiche Abtastwerte der Spannung %1 und der Rogowskispule %1 nach dem digitalen Integrator</translation>
    </message>
    <message>
        <source>V%1N = root of the mean of v%1², times the PT ratio (133)</source>
        <translation>U%1N = Wurzel aus dem Mittel von u%1², mal Übersetzung des Spannungswandlers (133)</translation>
    </message>
    <message>
        <source>V%1 = root of the mean of (difference of the two voltages)², times the PT ratio (133)</source>
        <translation>U%1 = Wurzel aus dem Mittel von (Differenz der beiden Spannungen)², mal Übersetzung des Spannungswandlers (133)</translation>
    </message>
    <message>
        <source>I%1 = root of the mean of i%1²</source>
        <translation>I%1 = Wurzel aus dem Mittel von i%1²</translation>
    </message>
    <message>
        <source>sum of P%1 over all frames, magnitude per reading window, / 3600 s</source>
        <translation>Summe von P%1 über alle Rahmen, Betrag je Messfenster, / 3600 s</translation>
    </message>
    <message>
        <source>energy of the last %1 sub-intervals / their duration, in whole sub-intervals (149, 150)</source>
        <translation>Energie der letzten %1 Teilperioden / deren Dauer, in ganzen Teilperioden (149, 150)</translation>
    </message>
    <message>
        <source>the largest present demand since the last reset (129 ← 21212)</source>
        <translation>der größte Leistungsmittelwert seit dem letzten Rücksetzen (129 ← 21212)</translation>
    </message>
    <message>
        <source>setting, as it was written on the line, at the panel or by the scenario</source>
        <translation>Einstellung, wie sie über die Leitung, am Bedienfeld oder vom Szenario geschrieben wurde</translation>
    </message>
    <message>
        <source>P = |PA| + |PB| + |PC| of the active phases</source>
        <translation>P = |PA| + |PB| + |PC| der vorhandenen Phasen</translation>
    </message>
    <message>
        <source>real power per phase (10 to 12)</source>
        <translation>Wirkleistung je Phase (10 bis 12)</translation>
    </message>
    <message>
        <source>Q = |QA| + |QB| + |QC| (inferred)</source>
        <translation>Q = |QA| + |QB| + |QC| (erschlossen)</translation>
    </message>
    <message>
        <source>reactive power per phase (34 to 36)</source>
        <translation>Blindleistung je Phase (34 bis 36)</translation>
    </message>
    <message>
        <source>S = √(P² + Q²) of the totals (inferred)</source>
        <translation>S = √(P² + Q²) der Summen (erschlossen)</translation>
    </message>
    <message>
        <source>total P and Q (3, 4)</source>
        <translation>Summen P und Q (3, 4)</translation>
    </message>
    <message>
        <source>PF = P / S; 1 while S is 0</source>
        <translation>LF = P / S; 1, solange S 0 ist</translation>
    </message>
    <message>
        <source>total P and S (3, 5)</source>
        <translation>Summen P und S (3, 5)</translation>
    </message>
    <message>
        <source>V%1 and I%1 of the same window</source>
        <translation>U%1 und I%1 desselben Fensters</translation>
    </message>
    <message>
        <source>P%1 and S%1 of the same window</source>
        <translation>P%1 und S%1 desselben Fensters</translation>
    </message>
    <message>
        <source>aligned samples of voltage %1</source>
        <translation>zeitgleiche Abtastwerte der Spannung %1</translation>
    </message>
    <message>
        <source>aligned samples of both voltages</source>
        <translation>zeitgleiche Abtastwerte beider Spannungen</translation>
    </message>
    <message>
        <source>mean of the line-to-line voltages that the system type has</source>
        <translation>Mittel der Außenleiterspannungen, die die Netzform hat</translation>
    </message>
    <message>
        <source>V AB, BC, CA (16 to 18)</source>
        <translation>U AB, BC, CA (16 bis 18)</translation>
    </message>
    <message>
        <source>mean of the line-to-neutral voltages that the system type has</source>
        <translation>Mittel der Sternspannungen, die die Netzform hat</translation>
    </message>
    <message>
        <source>V AN, BN, CN (19 to 21)</source>
        <translation>U AN, BN, CN (19 bis 21)</translation>
    </message>
    <message>
        <source>samples of rope %1 after the digital integrator</source>
        <translation>Abtastwerte der Rogowskispule %1 nach dem digitalen Integrator</translation>
    </message>
    <message>
        <source>mean of the currents of the active ropes</source>
        <translation>Mittel der Ströme der vorhandenen Rogowskispulen</translation>
    </message>
    <message>
        <source>I A, B, C (22 to 24)</source>
        <translation>I A, B, C (22 bis 24)</translation>
    </message>
    <message>
        <source>f = whole cycles / time between the first and the last rising zero crossing, between samples by a straight line</source>
        <translation>f = ganze Perioden / Zeit zwischen dem ersten und dem letzten steigenden Nulldurchgang, zwischen Abtastwerten auf einer Geraden</translation>
    </message>
    <message>
        <source>zero crossings of the reference voltage (phase A)</source>
        <translation>Nulldurchgänge der Bezugsspannung (Phase A)</translation>
    </message>
    <message>
        <source>none: reads not valid (0x8000 or 0x7FC00000)</source>
        <translation>keine: liest sich als ungültig (0x8000 oder 0x7FC00000)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>none: reads 0</source>
        <translation>keine: liest sich als 0</translation>
    </message>
    <message>
        <source>sum of |PA| + |PB| + |PC| over all frames / 3600 s</source>
        <translation>Summe von |PA| + |PB| + |PC| über alle Rahmen / 3600 s</translation>
    </message>
    <message>
        <source>real power of every frame, magnitude per window and phase</source>
        <translation>Wirkleistung jedes Rahmens, Betrag je Fenster und Phase</translation>
    </message>
    <message>
        <source>sum of |QA| + |QB| + |QC| over all frames / 3600 s</source>
        <translation>Summe von |QA| + |QB| + |QC| über alle Rahmen / 3600 s</translation>
    </message>
    <message>
        <source>reactive power of every frame</source>
        <translation>Blindleistung jedes Rahmens</translation>
    </message>
    <message>
        <source>sum of total S per reading window · its length / 3600 s</source>
        <translation>Summe von S gesamt je Messfenster · dessen Länge / 3600 s</translation>
    </message>
    <message>
        <source>total S of every window (5)</source>
        <translation>S gesamt jedes Fensters (5)</translation>
    </message>
    <message>
        <source>real power of phase %1</source>
        <translation>Wirkleistung der Phase %1</translation>
    </message>
    <message>
        <source>real energy in whole pulses of the weight in 144</source>
        <translation>Wirkenergie in ganzen Impulsen mit der Wertigkeit aus 144</translation>
    </message>
    <message>
        <source>real energy, 144</source>
        <translation>Wirkenergie, 144</translation>
    </message>
    <message>
        <source>reactive energy in whole pulses of the weight in 144</source>
        <translation>Blindenergie in ganzen Impulsen mit der Wertigkeit aus 144</translation>
    </message>
    <message>
        <source>reactive energy, 144</source>
        <translation>Blindenergie, 144</translation>
    </message>
    <message>
        <source>real energy</source>
        <translation>Wirkenergie</translation>
    </message>
    <message>
        <source>reactive energy</source>
        <translation>Blindenergie</translation>
    </message>
    <message>
        <source>apparent energy</source>
        <translation>Scheinenergie</translation>
    </message>
    <message>
        <source>present demand (37)</source>
        <translation>laufender Leistungsmittelwert (37)</translation>
    </message>
    <message>
        <source>present demand (38)</source>
        <translation>laufender Leistungsmittelwert (38)</translation>
    </message>
    <message>
        <source>present demand (39)</source>
        <translation>laufender Leistungsmittelwert (39)</translation>
    </message>
    <message>
        <source>nothing measured</source>
        <translation>nichts Gemessenes</translation>
    </message>
    <message>
        <source>system voltage · CT primary, times √(3) in types 31 and 40 (inferred)</source>
        <translation>Netzspannung · Primärstrom des Wandlers, mal √(3) in den Netzformen 31 und 40 (erschlossen)</translation>
    </message>
    <message>
        <source>130, 131, 134</source>
        <translation>130, 131, 134</translation>
    </message>
    <message>
        <source>the smallest exponent of ten with which currents fit 32767</source>
        <translation>die kleinste Zehnerpotenz, mit der Ströme in 32767 passen</translation>
    </message>
    <message>
        <source>CT primary (131)</source>
        <translation>Primärstrom des Wandlers (131)</translation>
    </message>
    <message>
        <source>the smallest exponent of ten with which voltages fit 32767</source>
        <translation>die kleinste Zehnerpotenz, mit der Spannungen in 32767 passen</translation>
    </message>
    <message>
        <source>system voltage and PT ratio (134, 133)</source>
        <translation>Netzspannung und Übersetzung des Spannungswandlers (134, 133)</translation>
    </message>
    <message>
        <source>the smallest exponent of ten with which powers fit 32767</source>
        <translation>die kleinste Zehnerpotenz, mit der Leistungen in 32767 passen</translation>
    </message>
    <message>
        <source>theoretical maximum power (135)</source>
        <translation>theoretische Höchstleistung (135)</translation>
    </message>
    <message>
        <source>the exponent of ten that energies are counted in</source>
        <translation>die Zehnerpotenz, in der Energien gezählt werden</translation>
    </message>
    <message>
        <source>the slowest closure that keeps up with the theoretical maximum power</source>
        <translation>der langsamste Kontaktschluss, der mit der theoretischen Höchstleistung mithält</translation>
    </message>
    <message>
        <source>135, 144</source>
        <translation>135, 144</translation>
    </message>
    <message>
        <source>one bit per alert that is active</source>
        <translation>ein Bit je anstehendem Alarm</translation>
    </message>
    <message>
        <source>readings of the window, limits from 131, 134, 142, 143, 144</source>
        <translation>Messwerte des Fensters, Grenzen aus 131, 134, 142, 143, 144</translation>
    </message>
    <message>
        <source>how often the energies were cleared (129 ← 30078, or RESET at the panel)</source>
        <translation>wie oft die Energien gelöscht wurden (129 ← 30078 oder RESET am Bedienfeld)</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>how often control power came</source>
        <translation>wie oft die Hilfsspannung kam</translation>
    </message>
    <message>
        <source>control power</source>
        <translation>Hilfsspannung</translation>
    </message>
    <message>
        <source>version of the operating system, thousandths</source>
        <translation>Version des Betriebssystems, in Tausendsteln</translation>
    </message>
    <message>
        <source>version of the reset system, thousandths</source>
        <translation>Version des Rücksetzsystems, in Tausendsteln</translation>
    </message>
    <message>
        <source>One reading window: 2520 frames of 0.397 ms and on to the next rising zero crossing of the reference voltage, 2720 at most. It changes once a second, when the window closes.</source>
        <translation>Ein Messfenster: 2520 Rahmen von 0,397 ms und weiter bis zum nächsten steigenden Nulldurchgang der Bezugsspannung, höchstens 2720. Der Wert ändert sich einmal je Sekunde, wenn das Fenster schließt.</translation>
    </message>
    <message>
        <source>Every frame since the last reset: nothing is left out between windows. It is published when a window closes; what does not fill a count yet waits in the remainder.</source>
        <translation>Jeder Rahmen seit dem letzten Rücksetzen: zwischen Fenstern fehlt nichts. Der Wert erscheint, wenn ein Fenster schließt; was noch keine ganze Einheit ist, wartet im Rest.</translation>
    </message>
    <message>
        <source>Every frame of whole demand sub-intervals (their length in s is register 150); it changes when one ends.</source>
        <translation>Jeder Rahmen ganzer Teilperioden (ihre Länge in s steht in Register 150); der Wert ändert sich, wenn eine endet.</translation>
    </message>
    <message>
        <source>Every frame since the last reset; it changes as a pulse begins.</source>
        <translation>Jeder Rahmen seit dem letzten Rücksetzen; der Wert ändert sich mit dem Beginn eines Impulses.</translation>
    </message>
    <message>
        <source>No samples: it changes with a setting.</source>
        <translation>Keine Abtastwerte: er ändert sich mit einer Einstellung.</translation>
    </message>
    <message>
        <source>No samples: it counts events.</source>
        <translation>Keine Abtastwerte: er zählt Ereignisse.</translation>
    </message>
    <message>
        <source>No samples: it does not change.</source>
        <translation>Keine Abtastwerte: er ändert sich nicht.</translation>
    </message>
    <message>
        <source>totals</source>
        <translation>Summen</translation>
    </message>
    <message>
        <source>power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>demand</source>
        <translation>Mittelwerte</translation>
    </message>
    <message>
        <source>volts and amps</source>
        <translation>Spannung und Strom</translation>
    </message>
    <message>
        <source>phase A</source>
        <translation>Phase A</translation>
    </message>
    <message>
        <source>phase B</source>
        <translation>Phase B</translation>
    </message>
    <message>
        <source>phase C</source>
        <translation>Phase C</translation>
    </message>
    <message>
        <source>alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>information</source>
        <translation>Auskunft</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>Rücksetzen</translation>
    </message>
    <message>
        <source>setup</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>%1 (row %2, screen %3)</source>
        <translation>%1 (Zeile %2, Bild %3)</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingangsgrößen</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Abtastwerte</translation>
    </message>
    <message>
        <source>On the glass</source>
        <translation>Auf der Anzeige</translation>
    </message>
    <message>
        <source>on no screen</source>
        <translation>auf keinem Bild</translation>
    </message>
    <message>
        <source>Same value in</source>
        <translation>Derselbe Wert in</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Source of the row</source>
        <translation>Quelle der Zeile</translation>
    </message>
    <message>
        <source>%1, %2 (SETUP)</source>
        <translation>%1, %2 (SETUP)</translation>
    </message>
</context>
<context>
    <name>desktop::HistoryBar</name>
    <message>
        <source>Branch %1</source>
        <translation>Zweig %1</translation>
    </message>
    <message>
        <source>Back to &amp;now</source>
        <translation>Zurück zum &amp;Jetzt</translation>
    </message>
    <message>
        <source>Show the run again where it stands</source>
        <translation>Den Lauf wieder zeigen, wo er steht</translation>
    </message>
    <message>
        <source>&amp;Continue from here</source>
        <translation>Von hier &amp;weiter</translation>
    </message>
    <message>
        <source>Go on from the moment on show, as a new branch; what was run until now stays as it is. Running, stepping and every edit do the same</source>
        <translation>Vom gezeigten Augenblick aus weitergehen, als neuer Zweig; was bisher gelaufen ist, bleibt. Laufen, Schritte und jede Änderung tun dasselbe</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>Going to %1 … %2 s</source>
        <translation>Auf dem Weg zu %1 … %2 s</translation>
    </message>
    <message>
        <source>Looking at %1; the run stands still</source>
        <translation>Blick auf %1; der Lauf steht still</translation>
    </message>
    <message>
        <source>&amp;Branches</source>
        <translation>&amp;Zweige</translation>
    </message>
    <message>
        <source>Choose a branch, name it, delete it</source>
        <translation>Einen Zweig wählen, benennen, löschen</translation>
    </message>
    <message>
        <source>%1: %2 to %3 s</source>
        <translation>%1: %2 bis %3 s</translation>
    </message>
    <message>
        <source>&amp;Name %1…</source>
        <translation>%1 be&amp;nennen…</translation>
    </message>
    <message>
        <source>&amp;Delete %1…</source>
        <translation>%1 &amp;löschen…</translation>
    </message>
    <message>
        <source>Name of the branch</source>
        <translation>Name des Zweigs</translation>
    </message>
    <message>
        <source>Name of %1; without one it has its number:</source>
        <translation>Name von %1; ohne einen hat er seine Nummer:</translation>
    </message>
    <message>
        <source>The run is in %1: go on from another branch to delete it</source>
        <translation>Der Lauf ist in %1: von einem anderen Zweig weitergehen, um ihn zu löschen</translation>
    </message>
    <message>
        <source>Delete a branch</source>
        <translation>Einen Zweig löschen</translation>
    </message>
    <message>
        <source>Delete %1? What was run in it alone is gone then; what other branches went on from stays.</source>
        <translation>%1 löschen? Was nur in ihm gelaufen ist, ist dann weg; wovon andere Zweige weitergegangen sind, bleibt.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Looking at %1; %2: delete a branch to go on from here</source>
        <translation>Blick auf %1; %2: einen Zweig löschen, um von hier weiterzugehen</translation>
    </message>
</context>
<context>
    <name>desktop::InstallationPane</name>
    <message>
        <source>&amp;Phases</source>
        <translation>&amp;Phasen</translation>
    </message>
    <message>
        <source>&amp;Harmonics</source>
        <translation>&amp;Oberschwingungen</translation>
    </message>
    <message>
        <source>&amp;Wiring</source>
        <translation>&amp;Verdrahtung</translation>
    </message>
    <message>
        <source>Wired as system type %1 wants it</source>
        <translation>Verdrahtet, wie Netzform %1 es will</translation>
    </message>
    <message>
        <source>Faults: %1</source>
        <translation>Fehler: %1</translation>
    </message>
</context>
<context>
    <name>desktop::Language</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Acts at the next start</source>
        <translation>Wirkt beim nächsten Start</translation>
    </message>
    <message>
        <source>The language changes at the next start</source>
        <translation>Die Sprache wechselt beim nächsten Start</translation>
    </message>
</context>
<context>
    <name>desktop::Layouts</name>
    <message>
        <source>&amp;Trainer</source>
        <translation>&amp;Ausbildung</translation>
    </message>
    <message>
        <source>The meter, its installation, what it reads</source>
        <translation>Der Zähler, seine Anlage, was er misst</translation>
    </message>
    <message>
        <source>&amp;Integrator</source>
        <translation>&amp;Integration</translation>
    </message>
    <message>
        <source>Registers, line and polling</source>
        <translation>Register, Leitung und Abfrage</translation>
    </message>
    <message>
        <source>&amp;Engineer</source>
        <translation>&amp;Entwicklung</translation>
    </message>
    <message>
        <source>Signals, spectrum, registers, trends</source>
        <translation>Signale, Spektrum, Register, Verläufe</translation>
    </message>
</context>
<context>
    <name>desktop::LinePane</name>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Mitschnitt</translation>
    </message>
    <message>
        <source>P&amp;orts</source>
        <translation>A&amp;nschlüsse</translation>
    </message>
    <message>
        <source>F&amp;aults</source>
        <translation>F&amp;ehler</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>New fault</source>
        <translation>Neuer Fehler</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Make this fault from now on (Enter)</source>
        <translation>Diesen Fehler von jetzt an machen (Eingabetaste)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>End the chosen fault (Delete)</source>
        <translation>Den gewählten Fehler beenden (Entf)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>begins: %1</source>
        <translation>beginnt: %1</translation>
    </message>
    <message>
        <source>ends: %1</source>
        <translation>endet: %1</translation>
    </message>
    <message>
        <source>%1   (%2 of %3 answers)</source>
        <translation>%1   (%2 von %3 Antworten)</translation>
    </message>
    <message>
        <source>Faults that are made, and how many answers each has changed</source>
        <translation>Fehler, die gemacht werden, und wie viele Antworten jeder verändert hat</translation>
    </message>
</context>
<context>
    <name>desktop::MainWindow</name>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Pause or resume</source>
        <translation>&amp;Anhalten oder weiter</translation>
    </message>
    <message>
        <source>Metering time stands still or goes on; the line keeps answering</source>
        <translation>Die Messzeit steht still oder geht weiter; die Leitung antwortet weiter</translation>
    </message>
    <message>
        <source>Step one &amp;window</source>
        <translation>Ein Mess&amp;fenster weiter</translation>
    </message>
    <message>
        <source>Pause and advance one reading window (2520 frames, 1 s)</source>
        <translation>Anhalten und ein Messfenster weitergehen (2520 Rahmen, 1 s)</translation>
    </message>
    <message>
        <source>Step one &amp;cycle</source>
        <translation>Eine &amp;Periode weiter</translation>
    </message>
    <message>
        <source>Pause and advance one mains cycle (42 frames)</source>
        <translation>Anhalten und eine Netzperiode weitergehen (42 Rahmen)</translation>
    </message>
    <message>
        <source>Step one &amp;frame</source>
        <translation>Einen &amp;Rahmen weiter</translation>
    </message>
    <message>
        <source>Pause and advance one converter frame (0.4 ms)</source>
        <translation>Anhalten und einen Rahmen des Wandlers weitergehen (0,4 ms)</translation>
    </message>
    <message>
        <source>F&amp;aster</source>
        <translation>&amp;Schneller</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>&amp;Langsamer</translation>
    </message>
    <message>
        <source>&amp;About MeterTwin</source>
        <translation>Über &amp;MeterTwin</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Layout: %1</source>
        <translation>Anordnung: %1</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Angehalten: %1</translation>
    </message>
    <message>
        <source>No alerts</source>
        <translation>Keine Alarme</translation>
    </message>
    <message>
        <source>Alerts: %1</source>
        <translation>Alarme: %1</translation>
    </message>
    <message>
        <source>About MeterTwin</source>
        <translation>Über MeterTwin</translation>
    </message>
    <message>
        <source>&lt;b&gt;MeterTwin %1&lt;/b&gt;&lt;p&gt;A cycle-level twin of a three-phase Modbus power and energy meter.</source>
        <translation>&lt;b&gt;MeterTwin %1&lt;/b&gt;&lt;p&gt;Ein Zwilling eines dreiphasigen Modbus-Leistungs- und Energiezählers, auf die Periode genau.</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>goes on from here as %1</source>
        <translation>geht von hier weiter als %1</translation>
    </message>
    <message>
        <source>Meter on show</source>
        <translation>Gezeigter Zähler</translation>
    </message>
    <message>
        <source>Which meter of the line the docks are about; all of them run and answer</source>
        <translation>Von welchem Zähler der Leitung die Docks handeln; alle laufen und antworten</translation>
    </message>
    <message>
        <source>Meter %1: address %2</source>
        <translation>Zähler %1: Adresse %2</translation>
    </message>
    <message>
        <source>Ports of the window before: %1</source>
        <translation>Anschlüsse des Fensters davor: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>desktop::PhasorPane</name>
    <message>
        <source>Solid: the meter&apos;s rms values, currents turned by its P and Q. Faint: the truth. The voltages&apos; own angles are the installation&apos;s, the meter does not measure them</source>
        <translation>Kräftig: Effektivwerte des Zählers, Ströme um sein P und Q gedreht. Blass: die Wahrheit. Die Winkel der Spannungen sind die der Anlage, der Zähler misst sie nicht</translation>
    </message>
    <message>
        <source>Power triangle of</source>
        <translation>Leistungsdreieck von</translation>
    </message>
    <message>
        <source>Whose power: the total of the active phases, or one phase</source>
        <translation>Wessen Leistung: die Summe der vorhandenen Phasen oder eine Phase</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Phase A</source>
        <translation>Phase A</translation>
    </message>
    <message>
        <source>Phase B</source>
        <translation>Phase B</translation>
    </message>
    <message>
        <source>Phase C</source>
        <translation>Phase C</translation>
    </message>
</context>
<context>
    <name>desktop::PollPane</name>
    <message>
        <source>Registers as polled</source>
        <translation>Abgefragte Register</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Rohwert</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Whom to poll: a serial device with ?baud=19200&amp;parity=none&amp;address=1, tcp://HOST:502?unit=1, or rtutcp://HOST:PORT?address=1</source>
        <translation>Wer abgefragt wird: ein serielles Gerät mit ?baud=19200&amp;parity=none&amp;address=1, tcp://HOST:502?unit=1 oder rtutcp://HOST:PORT?address=1</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Registers by name (kw_*), number (257), range (1-52) or group: all, integers, floats, config, scales, energies, demands</source>
        <translation>Register nach Name (kw_*), Nummer (257), Bereich (1-52) oder Gruppe: all, integers, floats, config, scales, energies, demands</translation>
    </message>
    <message>
        <source>&amp;Meter</source>
        <translation>&amp;Zähler</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation>&amp;Punkte</translation>
    </message>
    <message>
        <source>P&amp;eriod</source>
        <translation>&amp;Periode</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Polls until it is stopped (Enter in a field)</source>
        <translation>Fragt ab, bis man anhält (Eingabetaste in einem Feld)</translation>
    </message>
    <message>
        <source>Log to CSV...</source>
        <translation>Mitschreiben als CSV …</translation>
    </message>
    <message>
        <source>Writes every poll into a file, from now on</source>
        <translation>Schreibt von jetzt an jede Abfrage in eine Datei</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Halt</translation>
    </message>
    <message>
        <source>Log to CSV</source>
        <translation>Mitschreiben als CSV</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Logging to %1</source>
        <translation>Schreibt nach %1</translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Polls: %1, missed: %2, retries: %3; round trip %4 ms, at most %5</source>
        <translation>Abfragen: %1, versäumt: %2, wiederholt: %3; Umlaufzeit %4 ms, höchstens %5</translation>
    </message>
</context>
<context>
    <name>desktop::Ports</name>
    <message>
        <source>Modbus/TCP</source>
        <translation>Modbus/TCP</translation>
    </message>
    <message>
        <source>[HOST:]PORT; without a host this machine only</source>
        <translation>[HOST:]PORT; ohne HOST nur dieser Rechner</translation>
    </message>
    <message>
        <source>RTU over TCP</source>
        <translation>RTU über TCP</translation>
    </message>
    <message>
        <source>Serial port over TCP (RFC 2217)</source>
        <translation>Serieller Anschluss über TCP (RFC 2217)</translation>
    </message>
    <message>
        <source>Serial device</source>
        <translation>Serielles Gerät</translation>
    </message>
    <message>
        <source>Path of the device; it is set to the meter&apos;s rate and parity</source>
        <translation>Pfad des Geräts; es wird auf Baudrate und Parität des Zählers eingestellt</translation>
    </message>
    <message>
        <source>Virtual serial port (pty)</source>
        <translation>Virtueller serieller Anschluss (pty)</translation>
    </message>
    <message>
        <source>Link to make, or nothing</source>
        <translation>Anzulegender Link, oder nichts</translation>
    </message>
</context>
<context>
    <name>desktop::PortsPage</name>
    <message>
        <source>Open ports</source>
        <translation>Offene Anschlüsse</translation>
    </message>
    <message>
        <source>Where masters reach the meter; Delete closes the chosen one</source>
        <translation>Wo Master den Zähler erreichen; Entf schließt den gewählten</translation>
    </message>
    <message>
        <source>Close this port</source>
        <translation>Diesen Anschluss schließen</translation>
    </message>
    <message>
        <source>Kind of port</source>
        <translation>Art des Anschlusses</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open this port (Enter)</source>
        <translation>Diesen Anschluss öffnen (Eingabetaste)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the chosen port; its clients are cut off</source>
        <translation>Den gewählten Anschluss schließen; seine Clients werden getrennt</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>Wartet an %1</translation>
    </message>
    <message>
        <source>Choose the port to close in the list</source>
        <translation>Den Anschluss, der zu schließen ist, in der Liste wählen</translation>
    </message>
    <message>
        <source>Closed %1</source>
        <translation>%1 geschlossen</translation>
    </message>
    <message>
        <source>%1 was closed already</source>
        <translation>%1 war schon geschlossen</translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation>%1 ist jetzt %2.</translation>
    </message>
    <message>
        <source>%1 is not open any more: %2.</source>
        <translation>%1 ist nicht mehr offen: %2.</translation>
    </message>
</context>
<context>
    <name>desktop::Recovery</name>
    <message>
        <source>Unsaved work of %1 was kept.</source>
        <translation>Ungespeicherte Arbeit vom %1 wurde aufgehoben.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Wegwerfen</translation>
    </message>
    <message>
        <source>Ask again next time</source>
        <translation>Nächstes Mal wieder fragen</translation>
    </message>
    <message>
        <source>No copy of unsaved work can be kept: %1</source>
        <translation>Von ungespeicherter Arbeit kann keine Kopie aufgehoben werden: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The run before was not saved; it was kept.</source>
        <translation>Der vorige Lauf war nicht gespeichert; er wurde aufgehoben.</translation>
    </message>
</context>
<context>
    <name>desktop::Registers</name>
    <message>
        <source>&quot;%1&quot; is no 16-bit number; allowed is %2, decimal or 0x…</source>
        <translation>„%1“ ist keine 16-Bit-Zahl; erlaubt ist %2, dezimal oder 0x…</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value of this register; its range is %2 (raw)</source>
        <translation>„%1“ ist kein Wert dieses Registers; sein Bereich ist %2 (Rohwert)</translation>
    </message>
    <message>
        <source>%1 is no command; allowed is %2</source>
        <translation>%1 ist kein Befehl; erlaubt ist %2</translation>
    </message>
</context>
<context>
    <name>desktop::RegistersPane</name>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Wrote %1 to %2 (%3)</source>
        <translation>%1 in %2 (%3) geschrieben</translation>
    </message>
    <message>
        <source>%1 (%2) ← %3</source>
        <translation>%1 (%2) ← %3</translation>
    </message>
</context>
<context>
    <name>desktop::ScopePane</name>
    <message>
        <source>Terminals</source>
        <translation>Klemmen</translation>
    </message>
    <message>
        <source>After the integrator</source>
        <translation>Nach dem Integrator</translation>
    </message>
    <message>
        <source>Converter counts</source>
        <translation>Wandlerwerte</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>Spannung</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Strom</translation>
    </message>
</context>
<context>
    <name>desktop::SpectrumPane</name>
    <message>
        <source>Voltages, % of the fundamental</source>
        <translation>Spannungen, % der Grundschwingung</translation>
    </message>
    <message>
        <source>Currents, % of the fundamental</source>
        <translation>Ströme, % der Grundschwingung</translation>
    </message>
</context>
<context>
    <name>desktop::TimelinePane</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Kind of events</source>
        <translation>Art der Ereignisse</translation>
    </message>
    <message>
        <source>Show events of one kind only</source>
        <translation>Nur Ereignisse einer Art zeigen</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
</context>
<context>
    <name>desktop::TrendPane</name>
    <message>
        <source>Add a register</source>
        <translation>Register hinzufügen</translation>
    </message>
    <message>
        <source>Type a number or a part of a name; Enter adds its curve</source>
        <translation>Nummer oder Teil eines Namens eingeben; die Eingabetaste fügt die Kurve hinzu</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Follow the newest values (Home)</source>
        <translation>Den neuesten Werten folgen (Pos1)</translation>
    </message>
    <message>
        <source>%1 curves at most: remove one first</source>
        <translation>Höchstens %1 Kurven: erst eine entfernen</translation>
    </message>
    <message>
        <source>Remove this curve</source>
        <translation>Diese Kurve entfernen</translation>
    </message>
</context>
<context>
    <name>desktop::Undo</name>
    <message>
        <source>voltage</source>
        <translation>Spannung</translation>
    </message>
    <message>
        <source>current</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>voltage angle</source>
        <translation>Spannungswinkel</translation>
    </message>
    <message>
        <source>frequency</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <source>harmonics</source>
        <translation>Oberschwingungen</translation>
    </message>
    <message>
        <source>wiring</source>
        <translation>Verdrahtung</translation>
    </message>
</context>
<context>
    <name>widgets::ConnectionBar</name>
    <message>
        <source>Serial port of the meter</source>
        <translation>Serieller Anschluss des Zählers</translation>
    </message>
    <message>
        <source>Open this port with any Modbus RTU master</source>
        <translation>Diesen Anschluss mit einem beliebigen Modbus-RTU-Master öffnen</translation>
    </message>
    <message>
        <source>Modbus &amp;port</source>
        <translation>Modbus-A&amp;nschluss</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the port&apos;s path</source>
        <translation>Pfad des Anschlusses kopieren</translation>
    </message>
    <message>
        <source>Copy the port&apos;s path to the clipboard</source>
        <translation>Pfad des Anschlusses in die Zwischenablage kopieren</translation>
    </message>
</context>
<context>
    <name>widgets::Copying</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Cannot write %1</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Als Text &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy as C&amp;SV</source>
        <translation>Als C&amp;SV kopieren</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern …</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Copy as &amp;picture</source>
        <translation>Als &amp;Bild kopieren</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
</context>
<context>
    <name>widgets::EventModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
</context>
<context>
    <name>widgets::HarmonicsEditor</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>6-pulse converter</source>
        <translation>6-pulsiger Umrichter</translation>
    </message>
    <message>
        <source>12-pulse converter</source>
        <translation>12-pulsiger Umrichter</translation>
    </message>
    <message>
        <source>switched-mode supplies</source>
        <translation>Schaltnetzteile</translation>
    </message>
    <message>
        <source>LED lighting</source>
        <translation>LED-Beleuchtung</translation>
    </message>
    <message>
        <source>fifth harmonic test of IEC 62053-22</source>
        <translation>Prüfung mit der fünften Oberschwingung nach IEC 62053-22</translation>
    </message>
    <message>
        <source>Installation, % of the fundamental</source>
        <translation>Anlage, % der Grundschwingung</translation>
    </message>
    <message>
        <source>Harmonics</source>
        <translation>Oberschwingungen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a harmonic (Insert)</source>
        <translation>Eine Oberschwingung hinzufügen (Einfg)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected harmonics (Delete)</source>
        <translation>Die gewählten Oberschwingungen entfernen (Entf)</translation>
    </message>
    <message>
        <source>Ready-made spectra</source>
        <translation>Fertige Spektren</translation>
    </message>
    <message>
        <source>Replaces the harmonics by those of a kind of load</source>
        <translation>Ersetzt die Oberschwingungen durch die einer Art von Last</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Last …</translation>
    </message>
</context>
<context>
    <name>widgets::HarmonicsModel</name>
    <message>
        <source>Order</source>
        <translation>Ordnung</translation>
    </message>
    <message>
        <source>Multiple of the fundamental&apos;s frequency, 2 to 40</source>
        <translation>Vielfaches der Grundfrequenz, 2 bis 40</translation>
    </message>
    <message>
        <source>V %</source>
        <translation>U %</translation>
    </message>
    <message>
        <source>Voltage of this order, % of the fundamental</source>
        <translation>Spannung dieser Ordnung, % der Grundschwingung</translation>
    </message>
    <message>
        <source>V angle</source>
        <translation>U-Winkel</translation>
    </message>
    <message>
        <source>Degrees of the harmonic at the fundamental&apos;s rising zero crossing</source>
        <translation>Winkel der Oberschwingung in Grad beim steigenden Nulldurchgang der Grundschwingung</translation>
    </message>
    <message>
        <source>I %</source>
        <translation>I %</translation>
    </message>
    <message>
        <source>Current of this order, % of the fundamental</source>
        <translation>Strom dieser Ordnung, % der Grundschwingung</translation>
    </message>
    <message>
        <source>I angle</source>
        <translation>I-Winkel</translation>
    </message>
    <message>
        <source>Degrees of the harmonic at the current&apos;s own rising zero crossing</source>
        <translation>Winkel der Oberschwingung in Grad beim steigenden Nulldurchgang des Stroms selbst</translation>
    </message>
    <message>
        <source>Every order from 2 to 40 is there already</source>
        <translation>Alle Ordnungen von 2 bis 40 sind schon da</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;, allowed is %3 to %4</source>
        <translation>%1 ist „%2“, erlaubt ist %3 bis %4</translation>
    </message>
    <message>
        <source>Order %1 is there already</source>
        <translation>Ordnung %1 ist schon da</translation>
    </message>
</context>
<context>
    <name>widgets::HistoryStrip</name>
    <message>
        <source>Moments of the run</source>
        <translation>Augenblicke des Laufs</translation>
    </message>
    <message>
        <source>%1 s of %2</source>
        <translation>%1 s von %2</translation>
    </message>
    <message>
        <source>Drag to any earlier moment; the run stands still meanwhile. Arrow keys: a second, with Ctrl a tenth; Page keys: ten; Home and End; Up and Down: another branch; Enter: continue from there; F2: name the branch; Delete: give it up</source>
        <translation>Zu einem früheren Augenblick ziehen; der Lauf steht solange still. Pfeiltasten: eine Sekunde, mit Strg ein Zehntel; Bild auf/ab: zehn; Pos1 und Ende; Auf und Ab: ein anderer Zweig; Eingabetaste: von dort weiter; F2: den Zweig benennen; Entf: ihn löschen</translation>
    </message>
</context>
<context>
    <name>widgets::InstallationEditor</name>
    <message>
        <source>Voltage L-N</source>
        <translation>Sternspannung</translation>
    </message>
    <message>
        <source>V rms between terminal and neutral</source>
        <translation>Effektivwert in V zwischen Klemme und Neutralleiter</translation>
    </message>
    <message>
        <source>Voltage angle</source>
        <translation>Spannungswinkel</translation>
    </message>
    <message>
        <source>Degrees of the voltage&apos;s phasor; -120 on B and 120 on C is the healthy order</source>
        <translation>Winkel des Spannungszeigers in Grad; -120 an B und 120 an C ist die gesunde Folge</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>A rms in the conductor</source>
        <translation>Effektivwert in A im Leiter</translation>
    </message>
    <message>
        <source>Lag angle</source>
        <translation>Nacheilwinkel</translation>
    </message>
    <message>
        <source>Degrees by which the current lags its voltage; negative when it leads</source>
        <translation>Grad, um die der Strom seiner Spannung nacheilt; negativ, wenn er voreilt</translation>
    </message>
    <message>
        <source>Phase %1</source>
        <translation>Phase %1</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Symmetrisch</translation>
    </message>
    <message>
        <source>Phases B and C follow phase A</source>
        <translation>Die Phasen B und C folgen der Phase A</translation>
    </message>
    <message>
        <source>&amp;Frequency</source>
        <translation>&amp;Frequenz</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <source>Hz, of all three phases</source>
        <translation>Hz, aller drei Phasen</translation>
    </message>
    <message>
        <source>%1 of phase %2</source>
        <translation>%1 der Phase %2</translation>
    </message>
</context>
<context>
    <name>widgets::Keypad</name>
    <message>
        <source>Back key</source>
        <translation>Taste Zurück</translation>
    </message>
    <message>
        <source>Back, one screen to the left (keyboard: Left)</source>
        <translation>Zurück, ein Bild nach links (Tastatur: Links)</translation>
    </message>
    <message>
        <source>Minus key</source>
        <translation>Taste Minus</translation>
    </message>
    <message>
        <source>Previous row; hold to repeat (keyboard: -)</source>
        <translation>Vorige Zeile; halten wiederholt (Tastatur: -)</translation>
    </message>
    <message>
        <source>Plus key</source>
        <translation>Taste Plus</translation>
    </message>
    <message>
        <source>Next row; hold to repeat (keyboard: + or =)</source>
        <translation>Nächste Zeile; halten wiederholt (Tastatur: + oder =)</translation>
    </message>
    <message>
        <source>Next key</source>
        <translation>Taste Weiter</translation>
    </message>
    <message>
        <source>Next, one screen to the right (keyboard: Right)</source>
        <translation>Weiter, ein Bild nach rechts (Tastatur: Rechts)</translation>
    </message>
</context>
<context>
    <name>widgets::LcdWidget</name>
    <message>
        <source>Meter display</source>
        <translation>Anzeige des Zählers</translation>
    </message>
</context>
<context>
    <name>widgets::LineModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>master</source>
        <translation>Master</translation>
    </message>
    <message>
        <source>meter</source>
        <translation>Zähler</translation>
    </message>
</context>
<context>
    <name>widgets::LineView</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Hold the table; the log goes on (space)</source>
        <translation>Die Tabelle anhalten; der Mitschnitt geht weiter (Leertaste)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter: address=1 function=3,4 register=257-300 errors</source>
        <translation>Filter: address=1 function=3,4 register=257-300 errors</translation>
    </message>
    <message>
        <source>Terms that must all hold: address= function= register= client= direction=request|answer framing=rtu|mbap error= errors from= until= text=; ! turns one round</source>
        <translation>Bedingungen, die alle gelten müssen: address= function= register= client= direction=request|answer framing=rtu|mbap error= errors from= until= text=; ! kehrt eine um</translation>
    </message>
    <message>
        <source>Line log</source>
        <translation>Mitschnitt der Leitung</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Forget the log up to now</source>
        <translation>Den bisherigen Mitschnitt vergessen</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>Save the log as CSV</source>
        <translation>Den Mitschnitt als CSV speichern</translation>
    </message>
    <message>
        <source>pcapng…</source>
        <translation>pcapng …</translation>
    </message>
    <message>
        <source>Save the log as a capture that Wireshark and tshark read</source>
        <translation>Den Mitschnitt so speichern, dass Wireshark und tshark ihn lesen</translation>
    </message>
    <message>
        <source>Save the line log</source>
        <translation>Den Mitschnitt der Leitung speichern</translation>
    </message>
</context>
<context>
    <name>widgets::MeterFace</name>
    <message>
        <source>VOLTAGE</source>
        <translation>VOLTAGE</translation>
    </message>
    <message>
        <source>CONTROL POWER</source>
        <translation>CONTROL POWER</translation>
    </message>
    <message>
        <source>ROPE CT</source>
        <translation>ROPE CT</translation>
    </message>
    <message>
        <source>RS-485</source>
        <translation>RS-485</translation>
    </message>
    <message>
        <source>ENERGY</source>
        <translation>ENERGY</translation>
    </message>
    <message>
        <source>ALARM</source>
        <translation>ALARM</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Energy contact: normally open, closes for each Wh pulse. Alarm contact: normally closed, closed means phase loss or no control power</source>
        <translation>Energiekontakt: Schließer, schließt bei jedem Wh-Impuls. Alarmkontakt: Öffner, geschlossen heißt Phasenausfall oder keine Hilfsspannung</translation>
    </message>
    <message>
        <source>Back-light on or off</source>
        <translation>Beleuchtung ein oder aus</translation>
    </message>
    <message>
        <source>Unlit segments on or off</source>
        <translation>Dunkle Segmente ein oder aus</translation>
    </message>
    <message>
        <source>Next contrast</source>
        <translation>Nächster Kontrast</translation>
    </message>
    <message>
        <source>Energy contact %1, alarm contact %2</source>
        <translation>Energiekontakt %1, Alarmkontakt %2</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Series 4000-R model</source>
        <translation>Modell der Serie 4000-R</translation>
    </message>
</context>
<context>
    <name>widgets::NoticeBar</name>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
</context>
<context>
    <name>widgets::PhasorDial</name>
    <message>
        <source>Phasor dial</source>
        <translation>Zeigerbild</translation>
    </message>
    <message>
        <source>Phasors: rms value as length, angle against phase A. Drag a tip (Shift: only length, Ctrl: only angle), or Page Up/Down and arrow keys</source>
        <translation>Zeiger: Effektivwert als Länge, Winkel gegen Phase A. Eine Spitze ziehen (Umschalt: nur die Länge, Strg: nur den Winkel), oder Bild auf/ab und Pfeiltasten</translation>
    </message>
    <message>
        <source>Phasors: rms value as length, angle against phase A; filled heads are voltages, open heads currents</source>
        <translation>Zeiger: Effektivwert als Länge, Winkel gegen Phase A; gefüllte Spitzen sind Spannungen, offene Ströme</translation>
    </message>
    <message>
        <source>%1 V</source>
        <translation>%1 V</translation>
    </message>
    <message>
        <source>%1 A</source>
        <translation>%1 A</translation>
    </message>
</context>
<context>
    <name>widgets::PowerTriangle</name>
    <message>
        <source>Power triangle</source>
        <translation>Leistungsdreieck</translation>
    </message>
    <message>
        <source>P real power (does work), Q reactive power (swings to and fro, &gt; 0 when the current lags), S apparent power (V rms times I rms), PF = P / S</source>
        <translation>P Wirkleistung (leistet Arbeit), Q Blindleistung (pendelt hin und her, &gt; 0, wenn der Strom nacheilt), S Scheinleistung (Effektivwert der Spannung mal dem des Stroms), Leistungsfaktor PF = P / S</translation>
    </message>
    <message>
        <source>meter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>Wahrheit</translation>
    </message>
</context>
<context>
    <name>widgets::ReadingsModel</name>
    <message>
        <source>Quantity</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Meter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einh.</translation>
    </message>
    <message>
        <source>Error, %</source>
        <translation>Fehler, %</translation>
    </message>
</context>
<context>
    <name>widgets::ReadingsTable</name>
    <message>
        <source>Readings</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>What the meter&apos;s registers say, what a perfect meter would say, and the error; P and Q errors are relative to S</source>
        <translation>Was die Register des Zählers sagen, was ein vollkommener Zähler sagen würde, und der Fehler; Fehler von P und Q sind auf S bezogen</translation>
    </message>
</context>
<context>
    <name>widgets::RegisterModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Register number, counted from 1; the address on the wire is one less</source>
        <translation>Nummer des Registers, von 1 an gezählt; die Adresse auf der Leitung ist um eins kleiner</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Descaled: raw times the scale registers 138 to 141, or the row&apos;s fixed scale</source>
        <translation>Mit Einheit: Rohwert mal Skalierung aus den Registern 138 bis 141, oder die feste Skalierung der Zeile</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Rohwert</translation>
    </message>
    <message>
        <source>As on the wire, as one number</source>
        <translation>Wie auf der Leitung, als eine Zahl</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>The 16-bit words, most significant first</source>
        <translation>Die 16-Bit-Wörter, das höchstwertige zuerst</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>R: read only. R/W: can be written, by the rules that hold on the line and at the panel</source>
        <translation>R: nur lesen. R/W: schreibbar, nach den Regeln, die auf der Leitung und am Bedienfeld gelten</translation>
    </message>
</context>
<context>
    <name>widgets::RegisterView</name>
    <message>
        <source>All forms</source>
        <translation>Alle Formen</translation>
    </message>
    <message>
        <source>Integers</source>
        <translation>Ganzzahlen</translation>
    </message>
    <message>
        <source>Floats</source>
        <translation>Gleitkommazahlen</translation>
    </message>
    <message>
        <source>Writable</source>
        <translation>Schreibbar</translation>
    </message>
    <message>
        <source>Changed just now</source>
        <translation>Eben geändert</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Where the number comes from</source>
        <translation>Woher die Zahl kommt</translation>
    </message>
    <message>
        <source>Double-click or F2 on a value or raw number of an R/W row writes it</source>
        <translation>Doppelklick oder F2 auf Wert oder Rohwert einer R/W-Zeile schreibt ihn</translation>
    </message>
    <message>
        <source>Search: number, name, unit, description</source>
        <translation>Suchen: Nummer, Name, Einheit, Beschreibung</translation>
    </message>
    <message>
        <source>Search registers</source>
        <translation>Register suchen</translation>
    </message>
    <message>
        <source>Words that must all occur in number, name, unit or description</source>
        <translation>Wörter, die alle in Nummer, Name, Einheit oder Beschreibung vorkommen müssen</translation>
    </message>
    <message>
        <source>Which registers</source>
        <translation>Welche Register</translation>
    </message>
    <message>
        <source>Most values exist twice: as scaled integers (001 on) and as 32-bit floating point twins (257 on)</source>
        <translation>Die meisten Werte gibt es zweimal: als skalierte Ganzzahl (ab 001) und als 32-Bit-Gleitkommazahl (ab 257)</translation>
    </message>
</context>
<context>
    <name>widgets::ScopeControls</name>
    <message>
        <source>Which point of the signal path: the terminals, the converter&apos;s counts, the samples after the digital integrator (against the system type&apos;s reference)</source>
        <translation>Welche Stelle des Signalwegs: die Klemmen, die Werte des Wandlers, die Abtastwerte nach dem digitalen Integrator (gegen den Bezug der Netzform)</translation>
    </message>
    <message>
        <source>Time per division; ten divisions fill the screen</source>
        <translation>Zeit je Teil; zehn Teile füllen den Schirm</translation>
    </message>
    <message>
        <source>Trigger source: the signal that holds the picture still</source>
        <translation>Triggerquelle: das Signal, das das Bild stillhält</translation>
    </message>
    <message>
        <source>Trigger level</source>
        <translation>Triggerschwelle</translation>
    </message>
    <message>
        <source>Trigger level, in the unit of the source</source>
        <translation>Triggerschwelle, in der Einheit der Quelle</translation>
    </message>
    <message>
        <source>Trigger edge: rising or falling through the level</source>
        <translation>Triggerflanke: steigend oder fallend durch die Schwelle</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>Auto: runs on without a trigger. Normal: shows only what triggered. Single: stops at the first trigger</source>
        <translation>Auto: läuft auch ohne Trigger. Normal: zeigt nur, was getriggert hat. Einzeln: hält beim ersten Trigger</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Run or hold the picture (space); the meter goes on</source>
        <translation>Bild laufen lassen oder halten (Leertaste); der Zähler läuft weiter</translation>
    </message>
    <message>
        <source>Cursors</source>
        <translation>Messmarken</translation>
    </message>
    <message>
        <source>Two cursors: time, value, differences, frequency (C)</source>
        <translation>Zwei Messmarken: Zeit, Wert, Unterschiede, Frequenz (C)</translation>
    </message>
    <message>
        <source>%1/div</source>
        <translation>%1/Teil</translation>
    </message>
</context>
<context>
    <name>widgets::ScopeWidget</name>
    <message>
        <source>Scope</source>
        <translation>Oszilloskop</translation>
    </message>
    <message>
        <source>Wheel or + −: zoom; drag or ← →: move in time; Home: newest; C: cursors (Ctrl or Shift with ← → moves them)</source>
        <translation>Rad oder + −: Lupe; ziehen oder ← →: in der Zeit bewegen; Pos1: Neuestes; C: Messmarken (Strg oder Umschalt mit ← → bewegt sie)</translation>
    </message>
    <message>
        <source>Δt %1</source>
        <translation>Δt %1</translation>
    </message>
    <message>
        <source>t1 %1   t2 %2</source>
        <translation>t1 %1   t2 %2</translation>
    </message>
    <message>
        <source>%1   %2 %3/div</source>
        <translation>%1   %2 %3/Teil</translation>
    </message>
    <message>
        <source>%1/div   from %2</source>
        <translation>%1/Teil   ab %2</translation>
    </message>
    <message>
        <source>Triggered at %1</source>
        <translation>Getriggert bei %1</translation>
    </message>
    <message>
        <source>Not triggered</source>
        <translation>Nicht getriggert</translation>
    </message>
</context>
<context>
    <name>widgets::SpectrumPlot</name>
    <message>
        <source>order</source>
        <translation>Ordnung</translation>
    </message>
    <message>
        <source>%1 THD %2 %</source>
        <translation>%1 THD %2 %</translation>
    </message>
    <message>
        <source>Harmonics in % of the fundamental. THD: total harmonic distortion, root of the sum of the squares of orders 2 to 40</source>
        <translation>Oberschwingungen in % der Grundschwingung. THD: Gesamtverzerrung, Wurzel aus der Summe der Quadrate der Ordnungen 2 bis 40</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Ordnung %1</translation>
    </message>
</context>
<context>
    <name>widgets::SpeedControl</name>
    <message>
        <source>One reading window (1 s)</source>
        <translation>Ein Messfenster (1 s)</translation>
    </message>
    <message>
        <source>One cycle (42 frames)</source>
        <translation>Eine Periode (42 Rahmen)</translation>
    </message>
    <message>
        <source>One frame (0.4 ms)</source>
        <translation>Ein Rahmen (0,4 ms)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause or resume metering time; the line keeps answering</source>
        <translation>Messzeit anhalten oder fortsetzen; die Leitung antwortet weiter</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Pause and advance metering time by one step</source>
        <translation>Anhalten und die Messzeit um einen Schritt weiterstellen</translation>
    </message>
    <message>
        <source>Simulation speed</source>
        <translation>Geschwindigkeit der Simulation</translation>
    </message>
    <message>
        <source>Metering time, times real time</source>
        <translation>Messzeit, als Vielfaches der Echtzeit</translation>
    </message>
    <message>
        <source>Simulated time since power-up, and speed reached (times real time)</source>
        <translation>Simulierte Zeit seit dem Einschalten und erreichte Geschwindigkeit (Vielfaches der Echtzeit)</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
</context>
<context>
    <name>widgets::TimelineStrip</name>
    <message>
        <source>Timeline</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Events of the run, one lane per kind; a click chooses the event in the table</source>
        <translation>Ereignisse des Laufs, eine Spur je Art; ein Klick wählt das Ereignis in der Tabelle</translation>
    </message>
</context>
<context>
    <name>widgets::TrendPlot</name>
    <message>
        <source>Trends</source>
        <translation>Verläufe</translation>
    </message>
    <message>
        <source>Wheel or + −: zoom; drag or ← →: move in time; Home: newest; Ctrl with ← → moves the cursor</source>
        <translation>Rad oder + −: Lupe; ziehen oder ← →: in der Zeit bewegen; Pos1: Neuestes; Strg mit ← → bewegt die Messmarke</translation>
    </message>
    <message>
        <source>%1/div</source>
        <translation>%1/Teil</translation>
    </message>
</context>
<context>
    <name>widgets::Wiring</name>
    <message>
        <source>voltage %1</source>
        <translation>Spannung %1</translation>
    </message>
    <message>
        <source>rope %1</source>
        <translation>Rogowskispule %1</translation>
    </message>
    <message>
        <source>%1 is open</source>
        <translation>%1 ist offen</translation>
    </message>
    <message>
        <source>%1 is on %2</source>
        <translation>%1 ist an %2</translation>
    </message>
    <message>
        <source>rope %1 is reversed</source>
        <translation>Rogowskispule %1 ist verkehrt herum</translation>
    </message>
    <message>
        <source>single phase, line and neutral</source>
        <translation>einphasig, Außenleiter und Neutralleiter</translation>
    </message>
    <message>
        <source>single phase, two lines</source>
        <translation>einphasig, zwei Außenleiter</translation>
    </message>
    <message>
        <source>split phase, two lines and neutral</source>
        <translation>Dreileiter-Einphasennetz, zwei Außenleiter und Neutralleiter</translation>
    </message>
    <message>
        <source>three phase delta, no neutral</source>
        <translation>dreiphasig im Dreieck, ohne Neutralleiter</translation>
    </message>
    <message>
        <source>three phase wye with neutral</source>
        <translation>dreiphasig im Stern, mit Neutralleiter</translation>
    </message>
</context>
<context>
    <name>widgets::WiringDiagram</name>
    <message>
        <source>Wiring diagram</source>
        <translation>Schaltbild</translation>
    </message>
    <message>
        <source>Drag a lead or a rope (Rogowski current sensor) to another conductor; Shift swaps two, away from all opens it; double-click turns a rope round. Keys: Page Up/Down, A B C N, O open, R reverse</source>
        <translation>Eine Leitung oder Rogowskispule auf einen anderen Leiter ziehen; Umschalt tauscht zwei, weg von allen öffnet sie; Doppelklick dreht eine Spule um. Tasten: Bild auf/ab, A B C N, O offen, R umdrehen</translation>
    </message>
    <message>
        <source>wired correctly</source>
        <translation>richtig verdrahtet</translation>
    </message>
    <message>
        <source>source %1</source>
        <translation>Quelle %1</translation>
    </message>
    <message>
        <source>load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>CT %1</source>
        <translation>Wandler %1</translation>
    </message>
</context>
</TS>
